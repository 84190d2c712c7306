"""Invented people and what they say. Names are put together from syllables: nobody has them."""

import random

FIRST_NAMES = [
    "Aden",
    "Bria",
    "Cael",
    "Dela",
    "Eron",
    "Fenna",
    "Garin",
    "Hesta",
    "Iwan",
    "Jora",
    "Kelda",
    "Lorin",
    "Marn",
    "Neva",
    "Orla",
    "Perrin",
    "Quill",
    "Rona",
    "Selby",
    "Tamsa",
    "Ulric",
    "Vessa",
    "Wend",
    "Yarra",
    "Zeb",
]
BEGINNINGS = [
    "Ab",
    "Bel",
    "Cor",
    "Dun",
    "Ev",
    "Fal",
    "Gor",
    "Hin",
    "Im",
    "Jas",
    "Kel",
    "Lor",
    "Mun",
    "Nor",
    "Os",
    "Pel",
    "Quin",
    "Ros",
    "Sam",
    "Tor",
    "Un",
    "Ver",
    "Wol",
    "Yar",
]
MIDDLES = ["ba", "de", "fo", "gi", "la", "mo", "ne", "ri", "so", "tu", "va", "wy"]
ENDINGS = [
    "bert",
    "croft",
    "dale",
    "field",
    "gate",
    "ham",
    "ley",
    "mere",
    "more",
    "ridge",
    "stead",
    "ton",
    "wick",
    "worth",
]
# As many addresses as a county has: who is looked for by address is then found among few
STREETS = [
    "Sample",
    "Invented",
    "Example",
    "Madeup",
    "Pretend",
    "Notional",
    "Supposed",
    "Fancied",
    "Storybook",
    "Fabled",
]
WAYS = [
    "Street",
    "Road",
    "Lane",
    "Close",
    "Avenue",
    "Drive",
    "Gardens",
    "Terrace",
    "Crescent",
    "Way",
    "Court",
    "Place",
]
TOWNS = [
    "Sampleton",
    "Inventham",
    "Pretendley",
    "Fictionworth",
    "Imaginby",
    "Supposewell",
    "Fableham",
    "Notionley",
]

ANYWHERE = [
    "Nobody called back",
    "The letter never came",
    "The form was sent back a second time",
    "The office told us something else each time",
]
BEGAN = {
    "Children's Services": [
        "The visit was put off twice",
        "The worker changed without a word",
        "The meeting was held without us",
        "The plan was changed and we were not asked",
        "Contact was stopped and nobody said why",
        "The report of the meeting has other people's names in it",
        "The allowance was paid at the old rate",
        "The review came months after it was due",
    ],
    "Adults' Services": [
        "The assessment took too long",
        "The carer came at other hours than agreed",
        "The bill was for care that was not given",
        "The direct payment stopped without a letter",
        "The care plan was changed and we were not asked",
    ],
    "Public Health": [
        "The appointment was cancelled on the day",
        "The clinic was shut when it should be open",
    ],
    "Housing": [
        "The repair was booked and not done",
        "The damp came back a month after the work",
        "The neighbours' noise was reported and nothing happened",
        "The lift has been out of order",
    ],
    "Environment": [
        "The bin was missed again",
        "The street light has been dark",
        "The skip was left in front of our door",
        "The parking permit was refused without a reason",
    ],
    "Resources": [
        "The bill was for the wrong address",
        "The benefit was stopped without a letter",
        "The payment was taken twice",
    ],
}
WENT_ON = [
    "and it has gone on for {n} weeks",
    "although we asked {n} times",
    "and the family had to pay for it",
    "and we still do not know why",
    "which made things worse at home",
    "and the manager would not come to the telephone",
    "so that {n} days of work were lost",
]
WANTED = [
    "We want it put right.",
    "I want an apology and to know who decides.",
    "Please see that it does not happen to others.",
    "I ask for the costs to be paid back.",
    "I should like a new worker.",
    "It should be looked at by someone from outside.",
]
NOTED = [
    "Rang the complainant and explained what happens next.",
    "Asked the team for its records.",
    "Told the complainant that the answer will be late and why.",
    "The draft came back with questions.",
    "Met the complainant at the civic centre.",
    "The service says that the records are in the archive.",
]
LESSONS = [
    "Tell people before a visit is put off, not after.",
    "What an answer promises goes on a list with a name and a date.",
    "The form is to say which papers are needed.",
    "New workers read the last three months of the record before the first visit.",
    "Calls that are missed are returned by the end of the next day.",
]


def name(chosen: random.Random) -> str:
    surname = chosen.choice(BEGINNINGS) + chosen.choice(MIDDLES) + chosen.choice(ENDINGS)
    return f"{chosen.choice(FIRST_NAMES)} {surname}"


def address(chosen: random.Random) -> str:
    street = f"{chosen.randrange(1, 300)} {chosen.choice(STREETS)} {chosen.choice(WAYS)}"
    town = chosen.randrange(len(TOWNS))
    letters = "".join(chosen.choices("ABDEFGHJLN", k=2))
    return f"{street}, {TOWNS[town]} ZZ{town + 1} {chosen.randrange(1, 10)}{letters}"


def telephone(chosen: random.Random) -> str:
    return f"07700 900{chosen.randrange(1000):03}"  # Ofcom's numbers for use in stories


def email(person: str, number: int) -> str:
    return f"{person.lower().replace(' ', '.')}.{number}@example.org"


def matter(chosen: random.Random, directorate: str) -> str:
    went_on = chosen.choice(WENT_ON).format(n=chosen.randrange(2, 20))
    return f"{chosen.choice(BEGAN[directorate] * 2 + ANYWHERE)}, {went_on}."


def summary(chosen: random.Random, directorate: str) -> str:
    matters = [matter(chosen, directorate) for _ in range(chosen.randrange(1, 4))]
    return " ".join([*matters, chosen.choice(WANTED)])
