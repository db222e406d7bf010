"""What an assessment looks like: pure functions of it, to plain data, JSON, text and a calendar.

From outside: `plain.outcome`, `text.render`, `blank.blank_case` and `words.Words`.
"""
