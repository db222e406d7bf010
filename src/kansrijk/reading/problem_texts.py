"""The one table with the words of every problem: code -> (message, help).

The style: lower case start, words of the user's own files in backticks, plain words,
and a help line that says what to do. `{names}` are filled in by `problem()`. A code with
a dot (`yaml_syntax.colon`) is another wording of the code before the dot.

Never let a template ask for the value of a scalar: it may be a fact about a person.
"""

from typing import Final

PROBLEM_TEXTS: Final[dict[str, tuple[str, str | None]]] = {
    # reading
    "file_not_found": ("this file does not exist", "check the name and the folder"),
    "is_a_folder": ("this is a folder, not a file", "give the name of a file in it"),
    "not_a_file": (
        "this is not an ordinary file",
        "give an ordinary file, or `-` for standard input",
    ),
    "not_readable": ("this file cannot be read", "check that you have permission to read it"),
    "not_utf8": ("this is not UTF-8 text", "save the file with the encoding UTF-8"),
    "too_large": ("this is larger than {limit} bytes", "divide it over more files"),
    "too_many_values": ("there are more than {limit} values", "divide them over more files"),
    "too_deep": (
        "this is nested more than {limit} levels deep",
        "write it with fewer levels of lists and keys",
    ),
    "empty_file": ("there is nothing in here", "write at least one line of the form `key: value`"),
    "not_a_mapping": (
        "the file should hold keys with values",
        "start with a line of the form `key: value`",
    ),
    "control_character": (
        "a character that cannot be seen ({character}) is not allowed here",
        "take it out; type the text again if it was pasted",
    ),
    "duplicate_key": (
        "the key `{key}` is here twice; the first is on line {first}",
        "keep one of the two",
    ),
    "bad_key": ("a list or a group of keys cannot be a key", "use a short text as the key"),
    "key_missing": ("there is no key before this colon", "write a key before the colon"),
    "key_not_text": (
        "the key `{key}` is not text",
        'put quotes around it, as in `"{key}": value`',
    ),
    "merge_key": ("the merge key `<<` is not allowed", "write the keys out in full"),
    "alias": (
        "an alias (`*name`) is not allowed",
        "write the value out in full; put quotes around a text that starts with `*`",
    ),
    "anchor": (
        "an anchor (`&name`) is not allowed",
        "leave it out; put quotes around a text that starts with `&`",
    ),
    "tag": (
        "a tag (`!name`) is not allowed",
        "leave it out; put quotes around a text that starts with `!`",
    ),
    "directive": (
        "of the lines that start with `%` only `%YAML 1.2` is allowed",
        "leave this line out",
    ),
    "several_documents": (
        "a second document starts here",
        "leave out this `---`, or put the second document in a file of its own",
    ),
    "not_finite": (
        "infinity and not-a-number are not allowed as a number",
        "write a number, or put quotes around it if it is text",
    ),
    "number_too_long": (
        "a number has at most {limit} characters and an exponent of at most {exponent}",
        "write it shorter, or put quotes around it if it is text",
    ),
    "not_plain_data": (
        "this is not data that a file could hold",
        "use text, numbers, true, false, null, lists and mappings",
    ),
    "yaml_syntax": ("this cannot be read as YAML", "check this line and the line above it"),
    "yaml_syntax.colon": (
        "a colon is not expected here",
        "put quotes around a text with a colon in it, and start each key on its own line",
    ),
    "yaml_syntax.key": (
        "there is no colon after this key",
        "write `key: value`, with a space after the colon",
    ),
    "yaml_syntax.escape": (
        "the backslash in this text does not start a known escape",
        "write two backslashes for one, or use single quotes",
    ),
    "yaml_syntax.start": (
        "a text without quotes cannot start with this character",
        "put quotes around the text; indent with spaces, not with tabs",
    ),
    "yaml_syntax.comma": (
        "a comma or a closing bracket is missing here",
        "close every `[` with `]` and every `{{` with `}}`",
    ),
    "yaml_syntax.indent": (
        "this line does not fit the lines above it",
        "check the spaces at the start of the line, and the quotes in the line above it",
    ),
    "yaml_syntax.unclosed": (
        "what starts here is not closed before the end of the file",
        "close the quotes or the bracket that opens here",
    ),
    "json_syntax": ("a value is expected here", "put text between double quotes"),
    "json_syntax.key": (
        "a key between double quotes is expected here",
        "take out a comma that is the last before a `}}`",
    ),
    "json_syntax.colon": ("there is no colon after this key", 'write `"key": value`'),
    "json_syntax.comma": (
        "a comma or a closing `{close}` is missing here",
        "put commas between the values and close what was opened",
    ),
    "json_syntax.rest": ("there is more text after the end", "leave out what follows the end"),
    "json_syntax.escape": (
        "the backslash in this text does not start a known escape",
        "write two backslashes for one",
    ),
    "json_syntax.text": (
        "this text has no closing quote on its line",
        "close it with a double quote, and write `\\n` for a new line",
    ),
    # shape of packs and cases
    "missing_key": ("`{name}` is missing here", "add `{name}: ...`"),
    "unknown_key": ("`{name}` is not a word that goes here", "{help}"),
    "wrong_type": ("`{name}` must be {expected}", None),
    "bad_pattern": (
        "`{name}` is not written as it must be",
        "ids have lower-case letters, digits and underscores and start with a letter; a version is three numbers with dots",
    ),
    # pack: conditions
    "condition_shape": (
        "a condition is one key with what is asked of it",
        "put several conditions in a list under `all:` or `any:`",
    ),
    "condition_list": ("`{name}` needs a list with at least one item", "start each item with `- `"),
    "count_shape": (
        "a count needs `at_least` and `of`",
        "write `count: {{at_least: 2, of: [...]}}`",
    ),
    "count_too_many": (
        "only {n} conditions are counted, so this is never reached",
        "write {n} or less",
    ),
    "count_domains": (
        "`domains` can only be asked of criteria, and not every item here is one",
        "leave out `domains`, or count `criterion: id` alone",
    ),
    "threshold": (
        "`{name}` must be a whole number from 1, or a norm",
        "write `{name}: {{norm: id}}`",
    ),
    "later_stratum": (
        "`{name}` cannot be asked here: it is only known after the criteria, signals and classes",
        "ask it in `intake`, in a phase or in an action",
    ),
    "facts_only": (
        "`{name}` cannot be asked here: this is a matter of facts alone",
        "ask the facts themselves",
    ),
    "one_id": ("`{name}` takes one id, not a list", "write several conditions under `any:`"),
    "norm_by_class": (
        "the norm `{norm}` is by class, and a condition cannot be",
        "use it for the interval of a phase, or write a norm of its own",
    ),
    "long_chain": (
        "more than {most} rules ask one another in a row from here",
        "let one of them ask the facts itself",
    ),
    "id_expected": ("`{name}` needs an id or a list of ids", None),
    "unknown_fact": ("`{name}` is not a fact of this pack", "{help}"),
    "unknown_id": ("`{name}` does not exist in this pack", "{help}"),
    "text_compared": (
        "the words of `{name}` cannot be compared",
        "ask whether it is answered: `answered: {name}`",
    ),
    "bad_advances": (
        "`{name}` cannot go up by one each year",
        "leave `advances` out, or make it an integer in `{unit}` that is not derived",
    ),
    "bad_past": (
        "what lies in the past for `{name}` is not one of its values",
        "write under `past` only words that stand under `values`",
    ),
    "impossible_value": ("this is not a value that `{name}` can have", "{help}"),
    "not_a_number": (
        "`{name}` has no number to compare",
        "give a value, a list of values or `{{norm: id}}`",
    ),
    "out_of_range": ("`{name}` runs from {low} to {high}; this figure is outside that", None),
    "bound_shape": (
        "`{name}` is compared with a number, `{{norm: id}}` or `{{fact: id}}`",
        None,
    ),
    "norm_words": ("the norm `{norm}` does not list values of `{name}`", None),
    "norm_not_number": ("the norm `{norm}` is not a number", None),
    "norm_shape": ("the norm `{norm}` must be {expected} here", "name another norm"),
    "norm_figures": (
        "every value of the norm `{norm}` must be a whole number {range} here",
        "the values with other dates and the `alternatives` count as well",
    ),
    "norm_dated": (
        "the norm `{norm}` is needed on every day, so it cannot have dated `values`",
        "give it one `value`",
    ),
    "norm_by": (
        "the norm `{norm}` must be used with exactly the `by` it has itself",
        "{help}",
    ),
    "wrong_unit": ("the unit of `{name}` must be `{unit}` here", None),
    "cycle": ("these rules go round in a circle: {circle}", "let one of them ask the facts itself"),
    "falls_with_risk": (
        "more risk could make `{name}` false, because {by} asks that a criterion is not met",
        "ask it otherwise, or write `may_fall: true` at the class to keep it",
    ),
    # pack: vocabulary and norms
    "reserved_word": (
        "`{name}` is a word of the rules and cannot be an id",
        "choose another id",
    ),
    "fact_needs": ("the fact `{name}` needs `{needs}`", "add `{needs}: ...`"),
    "empty_range": ("the range of `{name}` has nothing in it", "write the lowest value first"),
    "prevalence_kind": (
        "how common each answer to `{name}` is needs `{needs}` here, and only that",
        "`shares` give a share for each answer, `bands` for each stretch of a number",
    ),
    "prevalence_values": (
        "`shares` of `{name}` must have each of its answers once",
        "its answers: {answers}",
    ),
    "prevalence_sum": (
        "the shares of `{name}` are not one whole together",
        "write each as a part of 1, such as 0.25; all of them together are exactly 1",
    ),
    "prevalence_bands": (
        "the bands of `{name}` must go up within its range",
        "give each band but the last a `below`, each higher than the one before",
    ),
    "wide_range": (
        "the range of `{name}` is more than {limit} wide",
        "write the lowest and the highest value that it can really have",
    ),
    "duplicate_label": (
        "`{name}` has the same label as `{other}`",
        "give each a label of its own, so that nobody reads one for the other",
    ),
    "many_derived": ("there are more than {most} derived facts", "leave some out"),
    "one_function": (
        "`{name}` must be derived in exactly one way",
        "keep one function under `derive`",
    ),
    "household_values": ("`{name}` lacks the values {missing}", "add them under `values`"),
    "wrong_fact_type": ("`{name}` must be a fact that is {expected}", None),
    "derived_circle": ("`{name}` is derived from itself", "take it out of its own inputs"),
    "value_or_values": (
        "the norm `{name}` needs either `value` or dated `values`",
        "keep one of the two",
    ),
    "until_before_from": (
        "`until` is not later than `from`",
        "a period ends before its day `until`",
    ),
    "overlapping_dates": (
        "the dates of `{name}` overlap, or are not in order",
        "put the oldest first, and let each end before the next begins",
    ),
    "mixed_values": (
        "the values of `{name}` are of more than one kind, or a table without `by`",
        "write all as a number, all as words, or add `by` for a table",
    ),
    "not_a_table": ("the norm `{name}` has `by: {by}`, so each value must be a table", None),
    "bad_by": (
        "`{name}` cannot pick a column",
        "use a choice, a whole number with a range of at most {limit}, or `class`",
    ),
    "unknown_column": ("`{name}` is not a column of this table", "{help}"),
    "no_gap": (
        "`{name}` has a value in every column, so there is no gap to give a reason for",
        "leave `gap` out",
    ),
    "missing_columns": (
        "the norm `{norm}` lacks {missing} in some of its values",
        "add those columns to each of them",
    ),
    "missing_alternatives": (
        "`{name}` rests on an assumption and names no other reading",
        "add `alternatives` with the other defensible values",
    ),
    # pack: the sections together
    "unknown_pack": ("there is no such pack", "{help}"),
    "unknown_section": ("this file is not a section of a pack", "{help}"),
    "duplicate_section": (
        "the section `{name}` is in another file already",
        "put both in one file",
    ),
    "missing_section": ("the section `{name}` is missing", "add the file `{name}.yaml`"),
    # versions of a pack
    "version_order": (
        "version {version} stands below {before}, and is not higher",
        "the oldest version comes first",
    ),
    "date_order": (
        "version {version} is of an earlier day than {before}",
        "write the day on which it was made",
    ),
    "meaning_changed": (
        "what this pack says is not what it said in version {version} any more",
        '`kansrijk release {pack} --what "..."` gives it a higher version with a line in the changelog; '
        "as long as nobody uses {version}, `--again` keeps the number",
    ),
    "not_in_changelog": (
        "the changelog has no line for version {version}",
        '`kansrijk release {pack} --what "..."` writes it',
    ),
    "version_too_low": (
        "version {version} is lower than {newest}, the last one in the changelog",
        "write {newest}, or a higher one",
    ),
    "version_not_higher": (
        "version {version} is not higher than {newest}, the last one in the changelog",
        "give a higher one, or leave it out",
    ),
    "folder_exists": ("this is there already", "choose another name; nothing was overwritten"),
    "bad_id": (
        "this cannot be the id of a pack",
        "give one with lower-case letters, digits and underscores that starts with a letter, of at most 60",
    ),
    "bad_title": ("this cannot be a title", "give one line of text"),
    "bad_version": ("this is not a version", "write three numbers with dots, such as 1.1.0"),
    "nothing_to_release": (
        "what this pack says has not changed since version {version}",
        "change something first, or give a higher version with --version",
    ),
    "no_release_yet": (
        "there is no version in the changelog to do again",
        "leave out --again",
    ),
    "say_what": (
        "it is not said what changed",
        'give a line of text, as in --what "lower threshold for debts"',
    ),
    # norms in a spreadsheet
    "a_workbook": (
        "this is a workbook, and what is read is text",
        "save it in the spreadsheet as CSV UTF-8, and give that file",
    ),
    "sheet_column": ("`{name}` is not a column of norms, or it is there twice", "{help}"),
    "sheet_lacks": (
        "there is no column `{name}`",
        "begin with the file that `kansrijk norms PACK -o FILE` writes",
    ),
    "sheet_norm": ("`{name}` is not a norm of this pack", "{help}"),
    "sheet_day": (
        "this is not a day",
        "write it as 2026-11-21; where `;` stands between cells, 21-11-2026 will do too",
    ),
    "sheet_fixed": (
        "`{name}` of a value that is there cannot be changed here",
        "put back what stood there, and change it in the pack itself",
    ),
    "sheet_truth": ("this is neither true nor false", "write true or false, or `waar` or `onwaar`"),
    "sheet_words": (
        "this is not what can stand here",
        "write words of the pack, where more than one will do with spaces between them",
    ),
    "sheet_number": (
        "this is not a number that can be read in one way only",
        "write it as {example}, without a sign for thousands or a unit",
    ),
    "sheet_undated": (
        "this norm has one value for all days",
        "make it a list of `values` in the pack first",
    ),
    "sheet_no_day": ("it is not said from which day this value holds", "write the day"),
    "sheet_early": (
        "a new value begins after the last one, which is of {last}",
        "write a later day; an older value is added in the pack itself",
    ),
    "sheet_no_column": ("this norm has no such column", "{help}"),
    "row_twice": ("this value is there twice; the first is in row {first}", "keep one of the two"),
    # the tests of a pack
    "unknown_test": ("there is no test `{name}` in this pack", "{help}"),
    "expects_nothing": (
        "this test expects nothing, so it can never fail",
        "say under `expect` what must come out",
    ),
    "table_column": ("a table has no column `{name}`", "{help}"),
    "column_twice": (
        "the column `{name}` says what another column says too",
        "keep one of the two",
    ),
    "column_beside": (
        "the column `{name}` cannot stand beside `{key}` above the table, which is not made of ids",
        "write there each id with what is expected of it, or take it out",
    ),
    "row_length": (
        "this row has {cells} cells, and the table has {columns} columns",
        "give it a cell for each column; what is not told or expected is an empty one",
    ),
    "no_day": (
        "this row has no day to be assessed on",
        "add `on:` above the table, or a column `on`",
    ),
    "empty_table": (
        "there is no table in here",
        "name the columns in the first row, and give each case a row below it",
    ),
    "csv_syntax": (
        "this cannot be read as a row of a table",
        "look at the quotes: one within a text is written twice",
    ),
    "duplicate_test": ("the test `{name}` is there twice", "give one of the two another id"),
    "missing_language": ("this text has no `{language}`", "add `{language}: ...`"),
    "unknown_language": ("`{name}` is not a language of this pack", "{help}"),
    "unknown_source": ("`{name}` is not in the sources", "{help}"),
    "unknown_role": ("`{name}` is not a role of this pack", "{help}"),
    "unknown_finding": ("`{name}` is not a criterion, signal or strength", "{help}"),
    "no_action": (
        "it is not sure that anything is done about `{name}`",
        "name it under `for` in an action without `when`, `after` or `not_while`, or say why under `no_action`",
    ),
    "lowest_class": (
        "the lowest class `{name}` is for all others and asks nothing",
        "leave out its `when`",
    ),
    "no_cases": ("there is no case file in this folder", "give a folder with .yaml or .json files"),
    "no_usable_cases": (
        "none of the files here is a case that can be used",
        "mend what is said above of each",
    ),
    "bad_error": (
        "the measuring error of `{name}` cannot be used",
        "give a number an error above 0, in its own unit; other facts have none",
    ),
    "duplicate_id": ("the id `{name}` is there twice", "give one of the two another id"),
    "empty_phase": ("the phase `{name}` ends where it begins", "write a later month under `until`"),
    "phase_gap": (
        "`{after}` does not begin where `{before}` ends",
        "give both the same number of months",
    ),
    "action_for_nothing": (
        "nothing asks for the action `{name}`",
        "add `for`, `when` or `after`",
    ),
    "no_phases_after": (
        "`{name}` is for after a loss, when no phase begins any more",
        "leave `phases` out",
    ),
    "after_at_home": (
        "`{event}` must not reach her home, so neither must `{name}`",
        "add `home: false`",
    ),
    "never_called_for": (
        "`{event}` calls for `{name}`, and is not to be while it is in force",
        "leave it out of `after` or of `not_while`",
    ),
    "after_outside_team": (
        "only the team knows of `{event}`, and the role `{role}` is not in it",
        "{help}",
    ),
    "double_step": (
        "the state `{name}` has two steps on `{event}`",
        "keep one of the two",
    ),
    "ending_step": (
        "the end `{name}` and the events that end the support go together only",
        "an end has `end: true`, and its event is one of: {endings}",
    ),
    "unreachable_state": (
        "no step leads to the state `{name}`",
        "add a step that does, or leave the state out",
    ),
    "no_words_for_her": (
        "this pack has no words for the mother's own copy",
        "add `hers.yaml` to the pack, or leave `--for` out",
    ),
    "set_by_nobody": (
        "the plan would be set in the state `{name}` without anybody setting it",
        "leave `plan_set` out there, or let an event lead to that state",
    ),
    "dead_end": (
        "no step leads away from the state `{name}`",
        "add a step that does, or write `end: true`",
    ),
    "medical_word": (
        "`{word}` names a {kind}, and a medical action only names whom to consult",
        "say who looks at it with her, such as the midwife or the general practitioner",
    ),
    "covers_itself": (
        "`{name}` stands in for itself, by way of what it covers",
        "take one of them out of `instead_of`",
    ),
    "covers_less": (
        "`{name}` is not for every phase that `{other}` is for",
        "give it those phases as well, or leave `{other}` out of `instead_of`",
    ),
    "covers_home": (
        "`{name}` must not reach her home, and would take `{other}` away there",
        "leave `{other}` out of `instead_of`",
    ),
    "goal_home": (
        "the goal `{name}` could bring `{finding}` into her home",
        "write `home: false` at the goal",
    ),
    "moment": (
        "this needs either `weeks` of pregnancy or `months` after the birth",
        "keep one of the two",
    ),
    "weeks_uncounted": (
        "nothing in this pack counts the weeks of a pregnancy",
        "add a fact with `derive: {{gestational_age: ...}}`, or use `months`",
    ),
    "window_shut": ("this ends before it begins", "write a later moment under `until`"),
    "own_alone": (
        "`own` is this programme among others, and `{name}` stands alone",
        "add `one_of`, the name of the group that it is one of",
    ),
    "hers_home": (
        "`{name}` must not reach her home, and this is her own copy",
        "leave it out here",
    ),
    "hers_missing": (
        "her own copy has no words for `{name}`",
        "write what she reads, as `{name}: ...` under `{section}`",
    ),
    "odd_language": (
        "most of what she reads is not there in `{language}`",
        "write all of it in that language, or leave this out",
    ),
    "unconfirmed": (
        "`{language}` is the main language of the pack, and no native reader confirmed it",
        "let one read all of this, and name the language here",
    ),
    "judging_word": (
        "`{word}` judges or counts, and never stands on her own copy",
        "say what there is, or what is done, in everyday words",
    ),
    "diminutive": (
        "`{word}` makes small what is hers",
        "write the word itself",
    ),
    # case
    "bsn": ("nine digits here pass the test of a BSN", "take them out; a case has a pseudonym"),
    "not_of_event": ("`{name}` does not go with `event: {event}`", "leave it out"),
    "undo_of_undo": (
        "an undo cannot be taken back",
        "write the event itself again; on its own day with `number: 2`",
    ),
    "two_due_dates": (
        "two due dates are told on one day",
        "give the one that holds `number: 2`, or take the other out",
    ),
    "no_such_number": ("there is no `{event}` of this day with this number", "{help}"),
    "nothing_to_undo": ("there was no `{event}` on this day to take back", "{help}"),
    "kind_of_hers": (
        "`kind` says why she herself is away, and this is the absence of a role",
        "leave it out: why a colleague is away is nobody else's matter",
    ),
    "never_over": ("`{name}` is not something that can be over", "{help}"),
    "nothing_over": (
        "there is no `{event}` by this day that could be over",
        "record that first, or give the day on which it was over",
    ),
    "back_before_from": (
        "`back` is the first day that somebody is there again, so it comes after `from`",
        "write a later day, or leave it out as long as nobody knows",
    ),
    "unknown_goal": ("`{name}` is not a goal of this pack", "{help}"),
    "return_before_from": (
        "nobody was away yet on this day: every absence that this could end begins later",
        "give the day of the return, or take the absence back with an `undo`",
    ),
    "unknown_visit": (
        "`{name}` is not a visit of this pack",
        "write a phase and a number, as `visits` has it in `kansrijk plan CASE --format json`; the phase is {help}",
    ),
    "only_moved": (
        "`to` goes with a visit that was moved only",
        "leave it out, or write `status: moved`",
    ),
    "blank_reason": ("an override needs a reason", "write why, in a sentence"),
    "unknown_override": ("`{name}` is not something that can be set otherwise", "{help}"),
    "may_not_decide": ("the role `{role}` may not decide on this ({what})", "{help}"),
    "may_not_take": ("the role `{role}` may not record `{event}`", "{help}"),
    "no_such_step": (
        "`{event}` is no step of this pack",
        "the steps of `trajectory.yaml` name the events of this pack",
    ),
    "out_of_order": (
        "`{event}` does not come next: the case stands at `{state}` then",
        "{help}",
    ),
    "after_the_end": (
        "`{event}` comes after the end: the case stands at `{state}` then",
        "{help}",
    ),
    "unknown_criterion": ("`{name}` is not a criterion of this pack", "{help}"),
    # adding to a case
    "not_added": (
        "this file is laid out so that nothing can be added to it without changing the rest",
        "write its lists with a line for each item, or add this by hand; nothing was written",
    ),
    "answers_on_input": (
        "the answers come in by standard input, so the case cannot",
        "give the name of a file",
    ),
    # recording
    "unknown_event": ("`{name}` is not something that can be recorded", "{help}"),
    "option_missing": ("`{event}` cannot be recorded without this", "{help}"),
    "none_to_take_back": ("there is no such event in this case to take back", "{help}"),
    "given_twice": ("this can be given once", "keep one of them"),
    "nothing_more": (
        "`{event}` takes fewer words than these",
        "put quotes around words that belong together; `kansrijk record CASE` shows what goes with "
        "each event",
    ),
    "still_to_come": (
        "this day is later than {on}",
        "record what has happened; to look from a later day, give it with --on",
    ),
    "signal_facts": (
        "`{name}` does not follow from one answer alone",
        "record what is known with `fact`, about: {facts}",
    ),
    "not_asked": (
        "nobody can be asked here whether this is right, so nothing was written",
        "give --yes to write it, or --dry-run to see it only",
    ),
    "tests_not_asked": (
        "nobody can be asked here whether this is right, so nothing was written",
        "give --yes to write it",
    ),
    "not_alike": (
        "the rows of this table share this, and not all of them come out so",
        "give the table a column `{name}` for it, or run all of its rows",
    ),
    "goes_with": ("this goes with {option} only", "add {option}, or leave this out"),
    "goes_without": ("this does not go with {option}", "leave one of the two out"),
    "changed_meanwhile": (
        "this file was changed in the meantime; nothing was written",
        "give the same command again, and look at what it would change",
    ),
    "record_on_input": (
        "a case that comes in by standard input cannot be added to",
        "give the name of a file",
    ),
    # arguments of a command
    "bad_date": ("this is not a date", "write a date such as 2026-11-21, from 1900 to 2199"),
    "bad_language": ("`{name}` is not a language of this pack", "{help}"),
    "unknown_rule": (
        "`{name}` is not a rule of this pack",
        "{near}`kansrijk explain CASE` shows the id of each rule of an outcome",
    ),
    "bad_choice": ("`{name}` is not one of the choices", "{help}"),
    "file_exists": ("this file is there already", "choose another name; nothing was overwritten"),
    "of_later": (
        "left out, because it is of a later day than {on} ({n} in all)",
        "to count it in, give a later day with --on",
    ),
    "overwrites_input": (
        "this is the case file itself; nothing was overwritten",
        "choose another name",
    ),
    "overwrites_pack": (
        "this is a file of the pack itself; nothing was overwritten",
        "choose another name",
    ),
    "enough_of_all": (
        "what is enough is told of the whole outcome, not of one rule",
        "leave out the rule, or leave out --enough",
    ),
    "one_of_ways": ("it is not clear what to compare", "give one of {ways}"),
    "set_shape": ("this does not say which fact would have which value", "write `fact=value`"),
    "set_twice": ("this fact is set twice", "keep one of the two"),
    "missing_package": (
        "this format takes the package `{name}`, which is not installed",
        "pip install 'kansrijk[paper]'",
    ),
    "missing_prover": (
        "this takes the package `{name}`, which is not installed",
        "pip install 'kansrijk[prove]'",
    ),
    "no_outcome": (
        "this is no outcome of `screen` or `plan` as JSON",
        "make one with --format json",
    ),
    "verify_copy": (
        "a copy for a reader leaves out what that reader may not see, so it cannot be made again",
        "verify the outcome itself, made without `--for`",
    ),
    "no_calendar": (
        "the days of the visits are for her and for the team alone",
        "make it of the outcome itself: leave `--for` out, or name a role of the team",
    ),
    "missing_glyphs": (
        "the fonts of this format lack some signs of these texts; they are shown as \ufffd",
        "take `--format html`, which is shown in the fonts of the reader",
    ),
    "no_plan": ("this outcome has no plan", "use `assess`, which lays one out"),
    "no_visits": (
        "no plan is set, so the calendar is empty",
        "visits are in it once the plan is set with her agreement",
    ),
    "no_visits.proposal": (
        "the plan is still a proposal, so the calendar is empty",
        "visits are in it once the plan is set with her agreement",
    ),
    "not_written": ("this file cannot be written", "check the folder and your permission"),
}
