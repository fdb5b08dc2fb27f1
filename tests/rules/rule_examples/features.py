"""Examples of the rules about the features of image definitions."""

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import Changes
from tests.rules.rule_examples.example import WEB, Wrong

_AT = "imageDefinitions.web.features"
_STARTS: Changes = {f"{WEB}/hibernation": False, f"{WEB}/allowUpdateImage": True}


def _features(**features: dict[str, str]) -> Changes:
    return {f"{WEB}/features": features}


WRONG: dict[str, list[Wrong]] = {
    "SEC001": [
        Wrong(
            _features(DiskControllerType={"value": "SCSI"}),
            f"{_AT}.DiskControllerType",
            "unknown feature 'DiskControllerType', did you mean 'DiskControllerTypes'?",
        ),
        Wrong(
            _features(Quantum={"value": "True"}),
            f"{_AT}.Quantum",
            "unknown feature 'Quantum', known are SecurityType, IsAcceleratedNetworkSupported, "
            "IsHibernateSupported or DiskControllerTypes",
            Severity.WARNING,
        ),
    ],
    "SEC002": [
        Wrong(
            _STARTS | _features(IsHibernateSupported={"startsAtVersion": "1.0.0"}, isHibernateSupported={}),
            f"{_AT}.isHibernateSupported",
            "'isHibernateSupported' is the feature 'IsHibernateSupported' a second time",
        ),
        Wrong(
            {f"{WEB}/hibernation": True} | _features(IsHibernateSupported={"value": "True"}),
            f"{_AT}.IsHibernateSupported.value",
            "the value of IsHibernateSupported is given by 'hibernation'",
        ),
    ],
    "SEC004": [
        Wrong(
            _features(SecurityType={"value": "TrustedLaunch"}),
            f"{_AT}.SecurityType.value",
            "the value of SecurityType is given by 'securityType'",
        ),
    ],
    "SEC022": [
        Wrong(
            _STARTS | _features(IsHibernateSupported={"startsAtVersion": "2"}),
            f"{_AT}.IsHibernateSupported.startsAtVersion",
            "'2' is no version such as 2.0.0",
        ),
        Wrong(
            {f"{WEB}/allowUpdateImage": True} | _features(IsHibernateSupported={"startsAtVersion": "1.0.0"}),
            f"{_AT}.IsHibernateSupported.startsAtVersion",
            "IsHibernateSupported has no value that could start: 'hibernation' is not given",
        ),
        Wrong(
            {f"{WEB}/hibernation": False} | _features(IsHibernateSupported={"startsAtVersion": "1.0.0"}),
            f"{_AT}.IsHibernateSupported.startsAtVersion",
            "IsHibernateSupported cannot change without allowUpdateImage: true",
            Severity.WARNING,
        ),
    ],
    "SEC024": [
        Wrong(
            _STARTS | _features(IsHibernateSupported={"startsAtVersion": "1.0.1"}),
            f"{_AT}.IsHibernateSupported.startsAtVersion",
            "IsHibernateSupported starts at '1.0.1', the highest version declared is 1.0.0",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "SEC001": [_STARTS | _features(ishibernatesupported={"startsAtVersion": "1.0.0"})],
    "SEC002": [{f"{WEB}/hibernation": True} | _features(IsHibernateSupported={})],
    "SEC004": [{f"{WEB}/securityType": "TrustedLaunchSupported"} | _features(SecurityType={})],
    "SEC022": [_STARTS | _features(IsHibernateSupported={"startsAtVersion": "1.0.0"})],
    "SEC024": [
        _STARTS | _features(IsHibernateSupported={"startsAtVersion": "0.10.0"}),
        _STARTS
        | _features(IsHibernateSupported={"startsAtVersion": "1.0.1"})
        | {"imageVersions/web/1.0.1": {"external": True}},
    ],
}
