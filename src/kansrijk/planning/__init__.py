"""From findings and dates to a first care plan: phases, visits, actions, goals.

From outside: `plan.plan` and its values, `schedule.Interval`.
"""
