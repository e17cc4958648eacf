"""What a pay component pays at a given attainment."""

from __future__ import annotations

from generator.areas.compensation import PayComponent


def payout(component: PayComponent, attainment: float) -> float:
    """Attainment and result in percent; the result is of the component's pay at 100 % attainment.

    Nothing below the threshold; the attainment itself up to 100; what lies above 100 times the
    accelerator; never more than the cap.
    """
    if component.threshold is not None and attainment < component.threshold:
        return 0.0
    over = max(0.0, attainment - 100)
    paid = min(attainment, 100.0) + over * (component.accelerator if component.accelerator is not None else 1.0)
    return paid if component.cap is None else min(paid, component.cap)
