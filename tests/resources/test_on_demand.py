"""Outputs that are worked out for whoever asks, and only then."""

from typing import Any

import pulumi

from azure_image_gallery.resources.on_demand import OnDemand
from tests.resources.mocks import Deploy


def counted(worked: list[str], value: Any) -> Any:
    def work() -> Any:
        worked.append("worked")
        return value

    return work


def test_nothing_is_worked_out_before_somebody_asks(deploy: Deploy) -> None:
    worked: list[str] = []
    deploy(
        lambda: OnDemand(counted(worked, 1)).apply(lambda value: worked.append("applied") or value) and None
    )
    assert worked == []


def test_whoever_asks_gets_the_value(deploy: Deploy) -> None:
    assert deploy(lambda: OnDemand(lambda: 1)).result == 1
    assert deploy(lambda: pulumi.Output.all(OnDemand(lambda: 1), 2)).result == [1, 2]


def test_functions_are_applied_to_the_value(deploy: Deploy) -> None:
    assert deploy(lambda: OnDemand(lambda: 1).apply(lambda value: value + 1).apply(str)).result == "2"
    nested = deploy(lambda: OnDemand(lambda: 1).apply(lambda value: pulumi.Output.from_input(value + 1)))
    assert nested.result == 2


def test_an_output_may_be_the_value(deploy: Deploy) -> None:
    assert deploy(lambda: OnDemand(lambda: pulumi.Output.from_input("text"))).result == "text"


def test_what_is_secret_stays_so(deploy: Deploy) -> None:
    def program() -> pulumi.Output[bool]:
        secret = OnDemand(lambda: pulumi.Output.secret("text")).apply(str.upper)
        return pulumi.Output.from_input(secret.is_secret())

    assert deploy(program).result is True
