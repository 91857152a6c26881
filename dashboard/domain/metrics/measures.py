"""The whole numbers that metrics are made of, in words; `data.facts.stage_one` adds them up from facts."""

from __future__ import annotations

import dataclasses
from typing import Final

PEOPLE, CENTS, HOURS, THOUSANDTHS = "people", "cents", "hundredths of hours", "thousandths of FTE"
DAYS, MONTHS, TIMES = "days", "months", "times"


@dataclasses.dataclass(frozen=True)
class Measure:
    """One whole number of an employer and quarter: what it counts, and what it says."""

    name: str
    unit: str
    words: str


# A row of measures is stored without names: add new ones at the end.
DICTIONARY: Final = (
    Measure("months", MONTHS, "months of the quarter that were delivered"),
    Measure("headcount", PEOPLE, "workers under contract at the end of each month"),
    Measure("headcount_open", PEOPLE, "those with an open-ended contract"),
    Measure("women", PEOPLE, "women among them"),
    Measure("part_time", PEOPLE, "those with less than a full-time contract"),
    Measure("under_25", PEOPLE, "those who turn 24 or less in the year"),
    Measure("over_55", PEOPLE, "those who turn 55 or more in the year"),
    Measure("fte", THOUSANDTHS, "share of full time that was paid, holidays included"),
    Measure("gross", CENTS, "ordinary gross wages: base, regular premiums and paid overtime"),
    Measure("cost", CENTS, "all that the employer pays"),
    Measure("hours_contracted", HOURS, "hours of the contracts, suspended ones included"),
    Measure("hours_worked", HOURS, "hours actually worked"),
    Measure("sick_short", HOURS, "hours lost to spells of sickness of up to 30 calendar days"),
    Measure("sick_medium", HOURS, "hours lost to spells of 31 to 365 days"),
    Measure("sick_long", HOURS, "hours lost to spells of more than 365 days"),
    Measure("spells", TIMES, "spells of sickness that began"),
    Measure("accidents", TIMES, "accidents at the workplace that began and lasted a day, or were fatal"),
    Measure("exits_employee", PEOPLE, "open-ended contracts ended by the employee"),
    Measure("exits_employer", PEOPLE, "open-ended contracts ended by the employer"),
    Measure("exits_natural", PEOPLE, "open-ended contracts ended by retirement or death"),
    Measure("year_workers", PEOPLE, "of the year to the quarter’s end: workers there in every month"),
    Measure("year_workers_well", PEOPLE, "those of them without a day of sickness"),
    Measure("from_25", PEOPLE, "those who turn 25 to 34 in the year"),
    Measure("from_35", PEOPLE, "those who turn 35 to 44 in the year"),
    Measure("from_45", PEOPLE, "those who turn 45 to 54 in the year"),
    Measure("blue_collar", PEOPLE, "blue-collar workers"),
    Measure("part_time_small", PEOPLE, "those with less than half of full time"),
    Measure("part_time_half", PEOPLE, "those with half to less than four fifths"),
    Measure("part_time_large", PEOPLE, "those with four fifths or more, but not full time"),
    Measure("open_ordinary", PEOPLE, "ordinary contracts without an end"),
    Measure("fixed_ordinary", PEOPLE, "ordinary contracts for a term"),
    Measure("students", PEOPLE, "student contracts"),
    Measure("flexi_jobs", PEOPLE, "flexi-jobs"),
    Measure("seniority", MONTHS, "uninterrupted service at the end of each month, added over the workers"),
    Measure("gross_women", CENTS, "ordinary gross wages of women"),
    Measure("hours_paid", HOURS, "hours that the gross wages pay"),
    Measure("hours_paid_women", HOURS, "those of women"),
    Measure("hours_overtime", HOURS, "overtime among the hours worked"),
    Measure("hours_unemployed", HOURS, "contractual hours lost to temporary unemployment"),
    Measure("hours_training", HOURS, "hours of formal training"),
    Measure("premiums", CENTS, "regular premiums within the gross wages"),
    Measure("overtime_pay", CENTS, "pay for overtime within the gross wages"),
    Measure("bonus", CENTS, "variable pay beside the gross wages"),
    Measure("year_end", CENTS, "a twelfth of year-end bonus and double holiday pay, each month"),
    Measure("contributions", CENTS, "employer’s contributions less reductions"),
    Measure("training_cost", CENTS, "net cost of formal training"),
    Measure("meal_vouchers", TIMES, "meal vouchers granted"),
    Measure("meal_voucher_pay", CENTS, "the employer’s share of them"),
    Measure("company_car", CENTS, "cost of company cars"),
    Measure("group_insurance", CENTS, "premiums for a supplementary pension"),
    Measure("hospital_insurance", CENTS, "premiums for hospital cover"),
    Measure("bike_allowance", CENTS, "allowances for commuting by bicycle"),
    Measure("with_meal_vouchers", PEOPLE, "those with meal vouchers"),
    Measure("with_company_car", PEOPLE, "those with a company car"),
    Measure("with_group_insurance", PEOPLE, "those with a supplementary pension"),
    Measure("with_hospital_insurance", PEOPLE, "those with hospital cover"),
    Measure("with_bike_allowance", PEOPLE, "those with a bicycle allowance"),
    Measure("agency_hours", HOURS, "hours that agency workers worked at the employer"),
    Measure("sick_guaranteed", HOURS, "hours of sickness in the first 30 calendar days of each spell"),
    Measure("sick_to_day_90", HOURS, "hours of sickness in days 31 to 90 of each spell"),
    Measure("spells_ended", TIMES, "spells of sickness that ended"),
    Measure("days_ended", DAYS, "calendar days of those spells, from first to last"),
    Measure("accident_days", DAYS, "calendar days lost to accidents at the workplace"),
    Measure("accident_degrees", "degrees", "degrees of permanent incapacity expected of new accidents"),
    Measure("accident_deaths", PEOPLE, "accidents at the workplace that were fatal"),
    Measure("entries", PEOPLE, "contracts that began, unless the worker was away for up to 30 days"),
    Measure("exits", PEOPLE, "contracts that ended, unless the worker is back within 30 days"),
    Measure("bradford", "points", "of the year: each worker’s spells squared times days of sickness, added"),
    Measure("year_trained", PEOPLE, "of the year: workers who had formal training"),
    Measure("median_wage", CENTS, "median of monthly gross wages at full time, weighted by FTE"),
    Measure("median_seniority", MONTHS, "median of uninterrupted service at the end of the last month"),
)
MEASURES = tuple(measure.name for measure in DICTIONARY)
# Of several quarters the last one's figure holds; the others are added.
LATEST = frozenset(
    {"year_workers", "year_workers_well", "bradford", "year_trained", "median_wage", "median_seniority"}
)
