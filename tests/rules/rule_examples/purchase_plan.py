"""Examples of the rules about purchase plans."""

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import IMAGE, Changes
from tests.rules.rule_examples.example import APP, APP_1, AT_APP_1, AT_WEB_1, BASE, WEB, WEB_1, Wrong

_PLAN = {"name": "pro", "publisher": "acme", "product": "linux"}
_ON_APP: Changes = {f"{APP}/purchasePlan": _PLAN}

WRONG: dict[str, list[Wrong]] = {
    "IMG022": [
        Wrong(
            {f"{APP}/purchasePlan": {"publisher": "acme", "product": "linux"}},
            "imageDefinitions.app.purchasePlan",
            "missing key 'name', text",
        ),
        Wrong(
            {f"{APP}/purchasePlan": {"name": "pro"}},
            "imageDefinitions.app.purchasePlan",
            "the plan has no publisher and no product, the source's plan has",
            Severity.WARNING,
        ),
        Wrong(
            {f"{APP_1}/source/purchasePlan": {}},
            f"{AT_APP_1}.source.purchasePlan",
            "missing key 'name', text",
        ),
    ],
    "IMG023": [
        Wrong(
            {f"{APP_1}/source/purchasePlan": _PLAN},
            f"{AT_APP_1}.source.purchasePlan",
            "the source has the plan 'acme/linux/pro', the definition 'app' has none",
        ),
        Wrong(
            {f"{BASE}/source/purchasePlan": _PLAN},
            f"{AT_WEB_1}.source.managedImage",
            "the source has the plan 'acme/linux/pro', as managedImages.base.source.purchasePlan says, the "
            "definition 'web' has none",
        ),
    ],
    "SRC016": [
        Wrong(
            _ON_APP | {f"{APP_1}/source/purchasePlan": _PLAN | {"name": "free"}},
            f"{AT_APP_1}.source.purchasePlan",
            "the source has the plan 'acme/linux/free', the definition 'app' has 'acme/linux/pro'",
        ),
        Wrong(
            _ON_APP
            | {"imageVersions/app/1.0.1": {"source": {"imageVersion": "imageVersions/web/1.0.0"}}}
            | {f"{WEB}/purchasePlan": _PLAN | {"product": "unix"}, f"{WEB}/osState": "Specialized"}
            | {f"{WEB_1}/source": {"virtualMachine": f"{IMAGE.replace('images/base', 'virtualMachines/m')}"}},
            'imageVersions.app["1.0.1"].source.imageVersion',
            "the source has the plan 'acme/unix/pro', as imageDefinitions.web.purchasePlan says, the definition "
            "'app' has 'acme/linux/pro'",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "IMG022": [_ON_APP],
    "IMG023": [_ON_APP | {f"{APP_1}/source/purchasePlan": {"name": "pro"}}],
    "SRC016": [_ON_APP | {f"{APP_1}/source/purchasePlan": _PLAN}, _ON_APP],
}
