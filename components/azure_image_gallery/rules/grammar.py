"""CFG, the second half: what the declaration's own words come to where they stand together.

The first half, `configuration`, is about reading: syntax, keys, types.
"""

from functools import partial

from azure_image_gallery.rules.rule import Evidence, Rule, Severity

_OPTIONS = "https://www.pulumi.com/docs/iac/concepts/resources/options/"
_rule = partial(Rule, docs="https://www.pulumi.com/docs/iac/concepts/config/", evidence=Evidence.OURS)

CIRCLE = _rule(
    code="CFG015",
    title="nothing is made from itself",
    why="Each thing is made after what it is made from, so there has to be a first.",
    fix="name something else as the source of one of the entries",
)
MEANINGLESS = _rule(
    code="CFG016",
    title="a key stands only where it means something",
    why="What has no effect would be passed over without a word.",
    fix="remove the key",
)
ONE_SOURCE = _rule(
    code="CFG017",
    title="a disk has at most one source, and a snapshot exactly one",
    why="A disk is a copy of one thing or empty; a snapshot is always of something.",
    fix="keep one of the keys that are named",
)
OPTION = _rule(
    code="CFG018",
    title="an option has the form that Pulumi reads",
    why="Pulumi would stop at it in the middle of a run, or pass it over.",
    fix="write it as the message says",
    docs=_OPTIONS,
)
RETAINED = _rule(
    code="CFG019",
    title="what is retained lies in something that is retained too",
    why="A resource group takes with it everything in it, and a gallery or a definition that still holds "
    "something cannot be deleted.",
    fix="set retainOnDelete or protect on what it lies in too, or use one that this stack does not make",
    docs=f"{_OPTIONS}retainondelete/",
    severity=Severity.WARNING,
)
GALLERY_ID = _rule(
    code="CFG020",
    title="a gallery's id is whole, and of the gallery that is declared",
    why="A part of an id, or an id and a name that mean two galleries, leave open which gallery is meant.",
    fix="give the id as /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/galleries/<name>",
)
STACK_OUTPUT = _rule(
    code="CFG021",
    title="an output of another stack is given by its stack and its name alone",
    why="Pulumi finds the output by these two.",
    fix="write {stackOutput: organization/project/stack, name: the output}",
    docs="https://www.pulumi.com/docs/iac/concepts/stacks/#stackreferences",
)
DIFFERS = _rule(
    code="CFG023",
    title="what exists already is as it is declared",
    why="What is made in it follows from the declaration, and Azure would refuse it, or hold something else.",
    fix="declare what Azure holds, or leave `existing` out under another name",
    docs="https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions",
)

_MANAGEMENT = "https://learn.microsoft.com/azure/azure-resource-manager/management"
TAG_COUNT = _rule(
    code="CFG024",
    title="an entry has at most 50 tags",
    why="Azure takes no more, and a definition and a version also have those of what they lie in.",
    fix="remove tags, or put several values into one",
    docs=f"{_MANAGEMENT}/tag-resources#limitations",
)
TAG_TEXT = _rule(
    code="CFG025",
    title="a tag has a key of up to 512 characters, none of them one of <>%&\\?/, and a value of up to 256",
    why="Azure refuses other keys and values, and takes keys that differ in case for the same.",
    fix="shorten or rename it",
    docs=f"{_MANAGEMENT}/tag-resources#limitations",
)
GROUP_NAME = _rule(
    code="CFG026",
    title="a resource group's name is 1 to 90 letters, digits, dots, underscores, hyphens and parentheses",
    why="Azure takes no other character in it, no dot at its end, and no longer name.",
    fix="use letters, digits, underscores and hyphens",
    docs=f"{_MANAGEMENT}/resource-name-rules#microsoftresources",
)
GROUP_SPELLING = _rule(
    code="CFG027",
    title="a resource group that is declared is named by its key",
    why="Any other text is the name of a group that exists already, which for Azure would be the same group.",
    fix="write the key under resourceGroups, in the same letters",
)
SUBSCRIPTION = _rule(
    code="CFG028",
    title="the subscription in an id is a GUID",
    why="Azure knows subscriptions by their ids, not by their names.",
    fix="write the subscription's id, as `az account show` prints it",
    docs="https://learn.microsoft.com/azure/azure-portal/get-subscription-tenant-id",
)
UNKNOWN_REGION = _rule(
    code="CFG029",
    title="a region is one that is known",
    why="A region that is misspelt is refused by Azure; one that is new is not in this program's list yet.",
    fix="correct the spelling; if the region is new, nothing is wrong",
    docs="https://learn.microsoft.com/azure/reliability/regions-list",
    severity=Severity.WARNING,
)

RULES: tuple[Rule, ...] = (
    CIRCLE,
    MEANINGLESS,
    ONE_SOURCE,
    OPTION,
    RETAINED,
    GALLERY_ID,
    STACK_OUTPUT,
    DIFFERS,
    TAG_COUNT,
    TAG_TEXT,
    GROUP_NAME,
    GROUP_SPELLING,
    SUBSCRIPTION,
    UNKNOWN_REGION,
)
