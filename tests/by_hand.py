"""What the statement's own words and order leave of each event, worked out by hand from the text.

Bounds: a date that the text states excludes by itself; an end that its words bind follows the event
that they name; an end that rests on the order of telling suggests and excludes nothing. Days are
those of January 2022, as "2-4", "6-" (not before the 6th), "-" (no day is left out).

States of a day (the slider has the days from 2 to 10): n *now*, the text states it for this day;
p *possible*, it lies in what is suggested; o *open*, it lies outside, and no words exclude it;
x *other date*, words or a stated date exclude it.
"""

DAYS = range(2, 11)

# event: days that words leave, days that words and order leave, and what they rest on
BOUNDS = {
    # paragraph 1: "W dniu 2 stycznia"; who protests demands, and the demands are met in 4
    "protests-begin": ("2-2", "2-2", "stated"),
    "protesters-demands": ("2-", "2-4", "after the beginning; told before the appeal of the 4th"),
    # 2: "niezwłocznie zareagował na postulaty obywateli"
    "gas-price-measures": ("2-", "2-4", "after the demands; told before the appeal"),
    "price-moratorium": ("2-", "2-4", "after the demands; told before the appeal"),
    # 3: "wcześniej zatrzymane" names no event that the text tells
    "detainees-released": ("-", "2-4", "told between the beginning and the appeal"),
    # 4: "Po spełnieniu żądań … rozpoczęły się demonstracje"; nothing says when they had begun by
    "demands-met": ("2-", "2-4", "after the demands, before the spreading"),
    "protests-spread": ("2-", "2-4", "after the demands were met; told before the appeal"),
    # 5: "W dniu 4 stycznia"; the instruction is told between it and the order of the 6th
    "president-appeals-for-calm": ("4-4", "4-4", "stated"),
    "peaceful-solutions-ordered": ("-", "4-6", "told between the appeal and the order"),
    # 6
    "listening-state": ("-", "-", "no date"),
    # 7: "protesty w wielu dużych miastach" are those that spread; "W związku z tym"
    "protests-exploited": ("2-", "4-6", "after the spreading; told before the order"),
    "urgent-measures-ordered": ("2-", "4-6", "after the exploiting"),
    "state-of-emergency": ("2-", "4-6", "after the exploiting"),
    # 8: "Pomimo podjętych środków"
    "armed-attacks": ("2-", "4-6", "after the measures; told before the order"),
    # 9 and 10: told between the appeal and the order, and nothing more
    "almaty-worst": ("-", "4-6", "order alone"),
    "almaty-buildings-seized": ("-", "4-6", "order alone"),
    "airport-seized": ("-", "4-6", "order alone"),
    "aircraft-with-passengers": ("-", "4-6", "order alone"),
    # 11 and 12
    "armed-aggression": ("-", "-", "no date"),
    "attackers-combat-experience": ("-", "-", "no date"),
    "sleeper-cells": ("-", "-", "no date"),
    "law-enforcement-unprepared": ("-", "-", "no date"),
    # 13: "początkowo", and "kolejnych zamieszek"; nothing ends them
    "gatherings-peaceful-at-first": ("2-", "2-", "from the beginning on"),
    "rioters-without-demands": ("2-", "2-", "after the first gatherings"),
    "overthrow-alleged": ("2-", "2-", "after the first gatherings"),
    # 14: "W związku z gwałtownym zaostrzeniem"; "W dniu 6 stycznia"
    "security-council-chair": ("2-", "4-6", "after the exploiting; told before the order"),
    "operation-ordered": ("6-6", "6-6", "stated"),
    # 15
    "csto-appeal": ("2-", "2-", "to stabilise what began on the 2nd"),
    # 16 and 17
    "csto-legal-basis": ("-", "-", "no date"),
    "csto-mandate": ("-", "-", "no date"),
    "national-forces-lead": ("-", "-", "no date"),
    # 18: those who arrive were asked for in 15; nothing says when
    "csto-forces-arriving": ("2-", "2-", "after the appeal"),
    # 19 to 21
    "csto-stay-temporary": ("-", "-", "no date"),
    "csto-will-leave": ("-", "-", "no date"),
    "investigation-ordered": ("-", "-", "no date"),
    "findings-promised": ("-", "-", "no date"),
    "foreigners-protected": ("-", "-", "no date"),
    "stability-promised": ("-", "-", "no date"),
    "economic-policy-unchanged": ("-", "-", "no date"),
    # 22: "spowodowane było przeprowadzeniem operacji"
    "internet-restricted": ("6-", "6-", "because of the operation"),
    # 23: "W dniu 7 stycznia"; "nadal trwa operacja"
    "operation-continues": ("7-7", "7-7", "stated"),
    "forces-in-action": ("6-", "6-", "in the operation"),
    # 24 to 27
    "no-persecution": ("-", "-", "no date"),
    "residents-solidarity": ("-", "-", "no date"),
    "support-for-president": ("-", "-", "no date"),
    "citizens-guards": ("-", "-", "no date"),
    "defending-the-constitution": ("-", "-", "no date"),
    "lives-lost": ("-", "-", "no date"),
    "great-tragedy": ("-", "-", "no date"),
    # 28: "w wyniku tragicznych wydarzeń", mourned on "10 stycznia 2022 r."
    "deaths-in-regions": ("2-10", "2-10", "from the beginning to the day of mourning"),
    "day-of-mourning": ("10-10", "10-10", "stated"),
}

# paragraph: its states on the days 2 3 4 5 6 7 8 9 10, the nearest of its events on each
PARAGRAPHS = {
    1: "n p p o o o o o o",  # stated for the 2nd; the demands keep the days after the 4th open
    2: "p p p o o o o o o",
    3: "p p p o o o o o o",
    4: "p p p o o o o o o",
    5: "o o n p p o o o o",  # stated for the 4th; the instruction is told after it
    6: "o o o o o o o o o",
    7: "o o p p p o o o o",
    8: "o o p p p o o o o",
    9: "o o p p p o o o o",
    10: "o o p p p o o o o",
    11: "o o o o o o o o o",
    12: "o o o o o o o o o",
    13: "p p p p p p p p p",
    14: "o o p p n o o o o",  # stated for the 6th; the chair is taken after the exploiting
    15: "p p p p p p p p p",
    16: "o o o o o o o o o",
    17: "o o o o o o o o o",
    18: "p p p p p p p p p",
    19: "o o o o o o o o o",
    20: "o o o o o o o o o",
    21: "o o o o o o o o o",
    22: "x x x x p p p p p",  # never before the operation
    23: "x x x x p n p p p",  # stated for the 7th; the forces act from the 6th on
    24: "o o o o o o o o o",
    25: "o o o o o o o o o",
    26: "o o o o o o o o o",
    27: "o o o o o o o o o",
    28: "p p p p p p p p n",  # stated for the 10th; the deaths lie between the 2nd and then
}

# day: how many paragraphs are now, possible, open, at another date; counted in the columns above
COUNTS = {
    2: (1, 7, 18, 2),
    3: (0, 8, 18, 2),
    4: (1, 13, 12, 2),
    5: (0, 10, 16, 2),
    6: (1, 11, 16, 0),
    7: (1, 5, 22, 0),
    8: (0, 6, 22, 0),
    9: (0, 6, 22, 0),
    10: (1, 5, 22, 0),
}

PLACELESS = (2, 3, 5, 6, 20, 24, 26, 27)
"""The paragraphs that name no place for any of what they tell."""
