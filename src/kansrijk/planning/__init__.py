"""From findings and dates to a first care plan: phases, visits, goals, actions and offers.

From outside: `plan.plan` and its values, `schedule.Interval`, `offers.PlanOffer`,
`fallen_out.fallen_out`.
"""
