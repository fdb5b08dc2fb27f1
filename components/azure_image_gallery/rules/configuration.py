"""CFG: the declaration itself. Syntax, keys, types, names that lead nowhere. `grammar` has the rest.

These are rules like any other, so that they are found, shown and documented in the same way; what they say
rests on this project's grammar and on Pulumi's reader of stack files.
"""

from azure_image_gallery.rules.rule import Evidence, Rule

_STACK_FILES = "https://www.pulumi.com/docs/iac/concepts/config/"
_SECRETS = "https://www.pulumi.com/docs/iac/concepts/secrets/"


def _rule(code: str, title: str, why: str, fix: str, docs: str = _STACK_FILES) -> Rule:
    return Rule(code=code, title=title, why=why, fix=fix, docs=docs, evidence=Evidence.OURS)


SYNTAX = _rule(
    "CFG001",
    "a stack file is one YAML document",
    "A file that cannot be read declares nothing.",
    "mend the line that is shown",
)
DUPLICATE_KEY = _rule(
    "CFG002",
    "a key stands once in its map",
    "Of two equal keys one would be lost without a word.",
    "keep one of the two, or give one another name",
)
UNKNOWN_KEY = _rule(
    "CFG003",
    "every key is one the declaration knows",
    "A misspelt key would otherwise be passed over, and Azure would take its own default.",
    "correct the spelling, or remove the key",
)
WRONG_TYPE = _rule(
    "CFG004",
    "a value has the type its key asks for",
    "A value of another type cannot be sent to Azure as it stands.",
    "give a value of the type that is named",
)
MISSING_KEY = _rule(
    "CFG005",
    "what is required is there",
    "Azure, or a rule about it, cannot do without the value.",
    "add the key",
)
UNRESOLVED_NAME = _rule(
    "CFG006",
    "a name is declared in the same declaration",
    "A name leads to an entry beside it; something that exists elsewhere is given by its id.",
    "declare the name, correct its spelling, or give an id that begins with /subscriptions/",
)
TEXT_EXPECTED = _rule(
    "CFG007",
    "text that looks like a number or a date stands in quotes",
    "Pulumi reads an unquoted 0123 as the number 83 and 1.10 as 1.1, and writes that back into the file.",
    "put the value in quotes, as it was meant",
)
UNKNOWN_VALUE = _rule(
    "CFG008",
    "a value is one of those its key allows",
    "Azure knows a closed set of values here.",
    "choose one of the values that are named",
)
KEY_LOST = _rule(
    "CFG009",
    "a key that looks like a number stands in quotes",
    "Pulumi reads an unquoted key 1.10 as 1.1: the name that is declared is not the name that was written.",
    "put the key in quotes, as it was meant",
)
MUST_BE_KNOWN = _rule(
    "CFG010",
    "names and structure are known from the start",
    "What decides which resources exist, and their names, cannot be a secret or another resource's output.",
    "give the value in clear",
    _SECRETS,
)
NO_LOCATION = _rule(
    "CFG011",
    "every resource has a region",
    "Nothing is left to Azure's defaults, and the home region has to be among the target regions.",
    "set `azure-native:location`, or `location` on the gallery",
)
NO_DECLARATION = _rule(
    "CFG012",
    "a stack declares a gallery",
    "An empty file, or one without the project's keys, would bring up nothing without a word.",
    "declare at least `gallery` under the project's name",
)
BAD_KEY = _rule(
    "CFG013",
    "a key is letters, digits, dots, underscores and hyphens",
    "Keys become names of resources and parts of addresses, which must read the same everywhere.",
    "rename the key; where Azure's name differs, give it as `name`",
)
UNREADABLE_FILE = _rule(
    "CFG014",
    "a file that is named can be read",
    "A file that is missing or is not UTF-8 text declares nothing.",
    "correct the path, or the file's encoding and permissions",
)
SECRET_INCLUDED = _rule(
    "CFG022",
    "a secret stands in a stack's file",
    "Pulumi decrypts what stands under `config:` of a stack's file, with that stack's key, and nothing else.",
    "give the whole entry in the stack's file",
    _SECRETS,
)

RULES: tuple[Rule, ...] = (
    SYNTAX,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    WRONG_TYPE,
    MISSING_KEY,
    UNRESOLVED_NAME,
    TEXT_EXPECTED,
    UNKNOWN_VALUE,
    KEY_LOST,
    MUST_BE_KNOWN,
    NO_LOCATION,
    NO_DECLARATION,
    BAD_KEY,
    UNREADABLE_FILE,
    SECRET_INCLUDED,
)
