"""From findings and dates to a first care plan: phases, visits, actions, goals."""
