"""What Kelvaro says, to the letter, in the materials of this package."""

from __future__ import annotations

SAID = {
    "msg-tagline": "Cold, and you can prove it.",
    "msg-one-liner": (
        "Kelvaro tells food distributors and hospital pharmacies within 4 minutes that a load is "
        "warming, and proves afterwards that the rest stayed cold."
    ),
    "msg-value-25": (
        "Kelvaro puts a sensor in every load, warns you while it can still be saved, and hands the "
        "inspector a complete file whenever one asks."
    ),
    "msg-value-50": (
        "Cold goods spoil where nobody looks: at a door, on a ramp, in a hired lorry. Kelvaro puts a "
        "sensor in every load and warns somebody in time. If nobody answers, our duty desk does. "
        "Afterwards each journey has a sealed record that any inspector can read unaided."
    ),
    "msg-value-100": (
        "Cold goods spoil where nobody looks: at an open door, on a ramp, in a lorry hired today. Most "
        "companies learn of it from the shop or the ward, too late to do anything but pay. Kelvaro puts "
        "a sensor with its own radio into every load, yours or your carrier's. When the goods begin to "
        "warm, the right person knows while they can still be saved; at night and on Sundays our duty "
        "desk calls the driver. Afterwards every journey has a sealed record, so you can show an "
        "inspector, a supermarket or yourself that it stayed cold."
    ),
    "pillar-see": "See every load while it is on the road, in your own vehicles and in everybody else's.",
    "pillar-prove": "Prove every journey with a record that nobody can change, not even we.",
    "pillar-act": (
        "Act before the goods are lost, with people on duty who know the driver and the nearest cold store."
    ),
    "msg-boilerplate": (
        "Kelvaro is a Norwegian company for cold-chain assurance, founded in Bergen in 2016, with 96 "
        "people in four countries."
    ),
    "msg-four-minutes": ("The right person gets an alarm within 4 minutes of a load leaving its temperature range."),
    "msg-every-two-minutes": ("Every sensor reports temperature and place every 2 minutes, from the dock to the door."),
    "msg-no-gateway": "A vehicle is ready in 9 minutes, without a gateway, a cable or a workshop.",
    "msg-battery": "One battery lasts up to 3 years of daily routes.",
    "msg-accuracy": ("Each sensor is calibrated to ±0.3 °C between −30 and +30 °C and comes with its certificate."),
    "msg-waste-down": ("Food distributors wrote off 41 % less cold goods in their first 12 months with Kelvaro Track."),
    "msg-coverage": "The sensors find a mobile network in 31 European countries without another contract.",
    "msg-live-in-14-days": "Your whole fleet is live within 14 days of signature.",
    "msg-audit-file": "An inspector gets the complete file of any journey within 10 minutes of asking.",
    "msg-gdp-haccp": (
        "Kelvaro Audit covers what Good Distribution Practice asks for medicines and HACCP asks for "
        "food, validation papers included."
    ),
    "msg-hours-saved": "It saves a quality manager up to 6 hours of copying and filing a week.",
    "msg-ten-years": "Sealed records are kept for 10 years and can be read without Kelvaro.",
    "msg-inspections": (
        "Our clients have come through 118 inspections since 2023 without a major finding on temperature records."
    ),
    "msg-one-record": "All your carriers write into one record, whatever lorry the load rides in.",
    "msg-human-desk": (
        "With Kelvaro Rescue people are on duty day and night, every day of the year, in six languages."
    ),
    "msg-ninety-seconds": "The duty desk calls the driver within 90 seconds of an alarm.",
    "msg-loads-saved": "Seven of ten loads that raised an alarm in the night were delivered after all.",
    "msg-guarantee": "If our alarm is late, we pay for the load: up to EUR 25,000 an incident.",
    "msg-nearest-cold": "We know 2,900 cold stores and which of them open their doors at night.",
    "msg-price-frame": ("Kelvaro Track costs from EUR 9 per sensor per month, hardware included and nothing to buy."),
    "msg-food-pain": "Most distributors learn that a load was warm when the shop rings.",
    "msg-payback": "Mid-market distributors earn the cost back in 7 months.",
    "msg-pharmacy-dose": (
        "No patient should get a dose that was warm, and no good dose should be thrown away for want of proof."
    ),
    "msg-discard-down": "Hospital pharmacies discarded 34 % fewer cooled medicines in the first year.",
    "msg-data-in-europe": (
        "Your data stays in two data centres in Norway and Finland, and nothing is installed on your network."
    ),
    "msg-no-capex": "You pay by the month and send sensors back when a route ends.",
    "msg-clients": "142 food distributors and 38 hospital pharmacies in 9 countries work with Kelvaro.",
    "msg-renewal": "97 of 100 hospital contracts that came up since 2024 were renewed.",
    "msg-ride-along": "Before we propose anything, we ride one of your routes and show you where it warms.",
    "msg-rehearsal": (
        "Inspection rehearsal: our auditor spends two hours with your files before the inspector does, free of charge."
    ),
    "msg-winter-check": ("Winter check: three of your vehicles measured for 14 days, free until 31 January 2027."),
}
