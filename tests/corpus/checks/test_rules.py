"""The shipped package is sound, and every rule bites: each case breaks a copy in one way that happens in practice."""

import hashlib
from dataclasses import dataclass, replace

import pytest

from corpus.checks import (
    CHECKS,
    FOLDER_CHECKS,
    Check,
    blanks,
    breaches,
    cells,
    codings,
    comparisons,
    dates,
    doubts,
    figures,
    form,
    keys,
    measures,
    origins,
    pairs,
    pins,
    places,
    programmes,
    ratios,
    renderings,
    run_checks,
    speakers,
    texts,
    tone,
    topics,
    words,
)
from corpus.collection.collection import union
from corpus.collection.folder import load
from corpus.problem import Problem
from tests.corpus.checks.broken import (
    Edit,
    add,
    again,
    cell,
    changed,
    drop,
    edited,
    line,
    narrowed,
    once_coded,
    opened,
    put,
    reached,
    register,
    remove,
    stages,
)
from tests.strange import Article, collected

MEASURES, POLICIES, BLANKS = "data/measures.csv", "data/policy_documents.csv", "data/blanks.csv"
NUMBERS, EXCLUDED, SEGMENTS = "data/numbers.csv", "data/excluded_numerals.csv", "data/segments.csv"
DICTIONARY, DOCUMENTS, INDICATORS = "data/datapackage.json", "data/documents.csv", "data/indicators.csv"
LEXICON, STOPWORDS = "data/lexicon.csv", "data/stopwords.txt"
RETIRED = "data/retired_ids.csv"
CODERS, CODINGS, CORRECTIONS = "data/coders.csv", "data/codings.csv", "data/corrections.csv"
PAIRS, RATIOS, RATIO_KINDS = "data/comparison_pairs.csv", "data/ratios.csv", "data/ratio_kinds.csv"
TOPICS = "data/topics.csv"
RENDERINGS = "data/sentences_en.csv"
SHARES, CROSSCHECKS, TERMS = "data/shares.csv", "data/crosschecks.csv", "data/terms.csv"


@dataclass(frozen=True)
class Case:
    """One breakage: what happened, the rule that must find it, where, and the rules up to its stage that follow."""

    rule: Check
    story: str
    edits: tuple[Edit, ...]
    table: str
    row: str
    field: str
    also: tuple[Check, ...] = ()


def case(rule: Check, story: str, *edits: Edit, at: tuple[str, str, str], also: tuple[Check, ...] = ()) -> Case:
    """Write a case on two lines."""
    return Case(rule, story, edits, *at, also)


ONCE, TESTER = once_coded(MEASURES), "tester,blind,试编者,Test coder,原文,The text,全部,All,2026-11-28\n"
"""A measure that nobody coded a second time, and a second coder."""
COVERAGE = "numbers, excluded_numerals"

CASES = [
    case(
        topics.topics_name_what_there_is,
        "a topic gathers by an indicator that was renamed",
        put(TOPICS, "|apprentices_registered|", "|apprentices_on_file|"),
        at=("topics", "apprenticeship", "indicators"),
    ),
    case(
        topics.topics_name_what_there_is,
        "a topic gathers by a status that no code list has",
        put(TOPICS, "planned|proposed", "planned|wished"),
        at=("topics", "not-yet", "statuses"),
    ),
    case(
        topics.topics_name_what_there_is,
        "a topic lists a term twice",
        put(TOPICS, "竞赛|大赛", "竞赛|竞赛|大赛"),
        at=("topics", "contests", "terms"),
    ),
    case(
        topics.topics_gather_something,
        "a topic asks for a word that no article holds",
        add(TOPICS, "robots,机器换人,Robots,机器换人了吗？,Robots?,机器换人换岗,,,,,,,,,\n"),
        at=("topics", "robots", ""),
    ),
    case(
        cells.cells_are_clean,
        "a zero-width blank is pasted into a name",
        put("data/organisations.csv", "新会区人力资源和社会保障局", "新会区人力资源\u200b和社会保障局"),
        at=("organisations", "line 2", "name_zh"),
        also=(places.bodies_are_named_in_their_article,),
    ),
    case(
        cells.cells_are_clean,
        "a note is left to be written",
        cell(MEASURES, "xinhui-m02", "note", "待补"),
        cell(MEASURES, "xinhui-m02", "note_en", "see above"),
        at=("measures", line(MEASURES, "xinhui-m02,"), "note"),
    ),
    case(
        cells.cells_are_clean,
        "a label ends in a blank",
        cell(MEASURES, "xinhui-m02", "label_en", "Build a platform "),
        at=("measures", line(MEASURES, "xinhui-m02,"), "label_en"),
    ),
    case(
        cells.languages_go_together,
        "a note is written in one language",
        cell(MEASURES, "xinhui-m02", "note", "见上文"),
        at=("measures", line(MEASURES, "xinhui-m02,"), "note_en"),
    ),
    case(
        cells.languages_go_together,
        "a label is not translated",
        cell(MEASURES, "xinhui-m02", "label_en", "建设平台"),
        at=("measures", line(MEASURES, "xinhui-m02,"), "label_en"),
    ),
    case(
        cells.cells_are_clean,
        "a name is pasted from a page set in radicals",
        cell(MEASURES, "xinhui-m02", "label_zh", "建设公共技能培训服务平台⼯"),
        at=("measures", line(MEASURES, "xinhui-m02,"), "label_zh"),
    ),
    case(
        cells.cells_are_clean,
        "a blank that breaks no line is pasted into a label",
        cell(MEASURES, "xinhui-m02", "label_en", "Build a\u00a0platform"),
        at=("measures", line(MEASURES, "xinhui-m02,"), "label_en"),
    ),
    case(
        cells.translations_are_their_own,
        "the English name of the row above is copied down",
        cell(INDICATORS, "industrial_workers", "name_en", "Regional GDP"),
        at=("indicators", "industrial_workers", "name_en"),
    ),
    case(
        dates.dates_are_real,
        "a day is named that no month has",
        cell(DOCUMENTS, "xinhui", "published_earliest", "2023-02-30"),
        at=("documents", "xinhui", "published_earliest"),
    ),
    case(
        dates.dates_are_real,
        "a year is mistyped",
        cell(NUMBERS, "xinhui-n02", "as_of", "0223"),
        at=("numbers", "xinhui-n02", "as_of"),
    ),
    case(
        dates.articles_are_dated,
        "nobody says when an article appeared",
        cell(DOCUMENTS, "xinhui", "published_earliest", ""),
        at=("documents", "xinhui", "published_earliest"),
    ),
    case(
        dates.figures_are_of_their_time,
        "a figure is dated after its article",
        cell(NUMBERS, "xinhui-n02", "as_of", "2032"),
        at=("numbers", "xinhui-n02", "as_of"),
    ),
    case(
        places.figures_stay_in_their_region,
        "a district's figure is booked to its province",
        cell(NUMBERS, "xinhui-n02", "region_id", "440000"),
        at=("numbers", "xinhui-n02", "region_id"),
    ),
    case(
        places.bodies_act_at_home,
        "a measure is given to a body of another region",
        cell(MEASURES, "pingguo-m02", "actor", "xinhui-hrss"),
        at=("measures", "pingguo-m02", "actor"),
        also=(places.bodies_are_named_in_their_article,),
    ),
    case(
        figures.facts_are_told_once,
        "a figure is entered twice",
        again(NUMBERS, "xinhui-n02,", "xinhui-n99,"),
        at=("numbers", "xinhui-n99", "same_as"),
        also=(texts.numerals_are_covered,),
    ),
    case(
        figures.units_follow_words,
        "persons are counted as firms",
        cell("data/units.csv", "person", "words", "家"),
        at=("numbers", "xinhui-n12", "unit"),
    ),
    case(
        texts.titles_are_printed,
        "a title is shortened",
        cell(DOCUMENTS, "jiangxi", "title_zh", "产改启新篇 匠心筑梦"),
        at=("documents", "jiangxi", "title_zh"),
    ),
    case(
        texts.titles_are_printed,
        "a printed title is called one of ours",
        cell(DOCUMENTS, "jiangxi", "title_status", "reconstructed"),
        at=("documents", "jiangxi", "title_status"),
    ),
    case(
        texts.bylines_are_printed,
        "a name is mistyped",
        cell(DOCUMENTS, "luyuefu", "byline", "□全国政协委员、重庆海尔洗衣机有限公司喷粉班班长 卢耀富"),
        at=("documents", "luyuefu", "byline"),
        also=(speakers.speakers_are_printed, programmes.signers_are_persons),
    ),
    case(
        places.bodies_are_named_in_their_article,
        "a firm of the city acts in an article that does not name it",
        cell(MEASURES, "chuanwei-m01", "actor", "cqcet"),
        at=("measures", "chuanwei-m01", "actor"),
    ),
    case(
        comparisons.compared_figures_share_a_unit,
        "what counts in several units may be compared",
        cell("data/comparisons.csv", "training", "verdict", "with_caveats"),
        at=("comparisons", "training", "verdict"),
        also=(pairs.groups_are_judged_as_their_pairs,),
    ),
    case(
        pairs.groups_are_judged_as_their_pairs,
        "a group promises what none of its pairs keeps",
        cell("data/comparisons.csv", "industry-colleges", "verdict", "with_caveats"),
        at=("comparisons", "industry-colleges", "verdict"),
    ),
    case(
        pairs.pairs_are_judged_as_the_guard_does,
        "seven colleges at work and five set up over time are said to compare",
        put(
            PAIRS,
            "industry_colleges,industry_colleges,not_comparable",
            "industry_colleges,industry_colleges,comparable",
        ),
        at=("comparison_pairs", "industry_colleges industry_colleges", "verdict"),
    ),
    case(
        pairs.pairs_are_judged_as_the_guard_does,
        "two colleges are said to be of different levels",
        put(PAIRS, "not_comparable,stock_or_flow", "not_comparable,level"),
        at=("comparison_pairs", "industry_colleges industry_colleges", "rule"),
    ),
    case(
        pairs.pairs_are_judged_as_the_guard_does,
        "a reason is given for two kinds of site of one zone, which one sentence tells",
        put(PAIRS, "service-sites,union_stations,service_centres", "service-sites,union_homes,canteens"),
        at=("comparison_pairs", "union_homes canteens", "one + other"),
    ),
    case(
        pairs.pairs_are_of_their_group,
        "an indicator of another group is paired",
        put(PAIRS, "party-building,party_members,party_organisations", "contests,party_members,party_organisations"),
        at=("comparison_pairs", "party_members party_organisations", "one"),
    ),
    case(
        pairs.pairs_are_of_their_group,
        "a pair is written the other way round",
        put(PAIRS, "party_members,party_organisations", "party_organisations,party_members"),
        at=("comparison_pairs", "party_organisations party_members", "one"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a share is mistyped that the text is said to state",
        cell(CROSSCHECKS, "jiangxi-not-the-65", "stated", "700"),
        at=("crosschecks", "jiangxi-not-the-65", "stated"),
    ),
    case(
        measures.one_place_is_one_measure,
        "a measure is entered twice",
        again(MEASURES, "luyuefu-m27,", "luyuefu-m99,"),
        at=("measures", "luyuefu-m99", "quote"),
    ),
    case(
        doubts.reasons_answer_doubts,
        "a reason answers nothing",
        add("data/reasons.csv", "numbers,xinhui-n02,quotes_are_whole,如此,So it is\n"),
        at=("reasons", "numbers xinhui-n02", "rule"),
    ),
    case(
        codings.codings_are_of_coded_fields,
        "a second coding is of a row that never was",
        add(CODERS, TESTER),
        add(CODINGS, "measures,xinhui-m999,status,planned,tester,2026-11-28,,\n"),
        at=("codings", "measures xinhui-m999 status tester", "row"),
        also=(pins.pins_hold,),
    ),
    case(
        codings.codings_are_of_coded_fields,
        "a second coding is of a field that takes no judgement",
        add(CODERS, TESTER),
        add(CODINGS, f"measures,{ONCE},label_zh,planned,tester,2026-11-28,,\n"),
        at=("codings", f"measures {ONCE} label_zh tester", "field"),
        also=(pins.pins_hold,),
    ),
    case(
        codings.codings_are_of_coded_fields,
        "a second coding gives a code that is none",
        add(CODERS, TESTER),
        add(CODINGS, f"measures,{ONCE},status,perhaps,tester,2026-11-28,,\n"),
        at=("codings", f"measures {ONCE} status tester", "code"),
        also=(codings.record_states_follow_codings, pins.pins_hold),
    ),
    case(
        codings.codings_are_of_coded_fields,
        "a second coding stands there without the first",
        add(CODERS, TESTER),
        add(CODINGS, f"measures,{ONCE},measure_type_id,A1,tester,2026-11-28,,\n"),
        at=("codings", f"measures {ONCE} measure_type_id tester", "coder"),
        also=(codings.record_states_follow_codings, pins.pins_hold),
    ),
    case(
        renderings.evidence_is_rendered,
        "the English of a sentence is lost",
        drop(RENDERINGS, "neijiang-e13,"),
        at=("sentences_en", "neijiang", "text_en"),
        also=(pins.pins_hold,),
    ),
    case(
        renderings.evidence_is_rendered,
        "a sentence is rendered twice",
        again(RENDERINGS, "neijiang-e13,", "neijiang-e99,"),
        at=("sentences_en", "neijiang-e99", "start"),
        also=(pins.pins_hold,),
    ),
    case(
        renderings.evidence_is_rendered,
        "a rendering is anchored inside its sentence",
        put(RENDERINGS, "neijiang.txt,2854,2862,开展“新型学徒制", "neijiang.txt,2856,2862,“新型学徒制"),
        at=("sentences_en", "neijiang-e35", "start"),
    ),
    case(
        renderings.evidence_is_rendered,
        "a rendering hides that the beginning of its sentence is lost",
        put(RENDERINGS, "[…] by law corrects", "Qijiang by law corrects"),
        at=("sentences_en", "qijiang-e08", "text_en"),
    ),
    case(
        keys.ids_name_their_source,
        "a rendering bears the mark of another table",
        put(RENDERINGS, "neijiang-e13,", "pingguo-e99,"),
        at=("sentences_en", "pingguo-e99", "sentence_id"),
    ),
    case(
        codings.coders_have_coded,
        "the study names a coder who has coded nothing",
        add(CODERS, TESTER),
        at=("coders", "tester", "coder"),
        also=(pins.pins_hold,),
    ),
    case(
        codings.record_states_follow_codings,
        "a row is called reviewed that nobody has coded again",
        cell(MEASURES, ONCE, "record_state", "reviewed"),
        at=("measures", ONCE, "record_state"),
    ),
    case(
        codings.corrections_lead_to_today,
        "a correction tells of what does not stand there",
        add(CORRECTIONS, f"measures,{ONCE},status,planned,perhaps,看错了,Misread,2026-11-28\n"),
        at=("corrections", f"measures {ONCE} status", "to"),
        also=(pins.pins_hold,),
    ),
    case(
        codings.corrections_lead_to_today,
        "a correction is of a row that never was",
        add(CORRECTIONS, "measures,xinhui-m999,status,planned,pilot,看错了,Misread,2026-11-28\n"),
        at=("corrections", "measures xinhui-m999 status", "row"),
        also=(pins.pins_hold,),
    ),
    case(
        codings.corrections_lead_to_today,
        "a correction is of a field that the table lacks",
        add(CORRECTIONS, f"measures,{ONCE},progress,planned,pilot,看错了,Misread,2026-11-28\n"),
        at=("corrections", f"measures {ONCE} progress", "field"),
        also=(pins.pins_hold,),
    ),
    case(
        codings.corrections_lead_to_today,
        "a correction is of a table that is not there",
        add(CORRECTIONS, f"policies,{ONCE},status,planned,pilot,看错了,Misread,2026-11-28\n"),
        at=("corrections", f"policies {ONCE} status", "table"),
        also=(pins.pins_hold,),
    ),
    case(
        codings.corrections_follow_each_other,
        "a correction changes nothing",
        add(CORRECTIONS, f"measures,{ONCE},note,x,x,看错了,Misread,2026-11-28\n"),
        at=("corrections", f"measures {ONCE} note", "to"),
        also=(codings.corrections_lead_to_today, pins.pins_hold),
    ),
    case(
        codings.corrections_follow_each_other,
        "of two corrections the second begins elsewhere, and before the first",
        add(CORRECTIONS, f"measures,{ONCE},note,x,y,看错了,Misread,2026-11-28\n"),
        add(CORRECTIONS, f"measures,{ONCE},note,z,,又看错了,Misread again,2026-11-27\n"),
        at=("corrections", f"measures {ONCE} note", "from"),
        also=(pins.pins_hold,),
    ),
    case(
        pins.pins_hold,
        "a row is lost",
        drop("data/tone.csv", "应保尽保,"),
        at=("pins", "rows tone", "pinned"),
        also=(tone.readings_read_tone,),
    ),
    case(
        form.tables_match_dictionary,
        "a table is added and not declared",
        add("data/actors.csv", "actor_id\nunion\n"),
        at=("actors", "", ""),
    ),
    case(
        form.tables_match_dictionary,
        "a table is deleted",
        remove("data/regions.csv"),
        at=("regions", "", ""),
    ),
    case(
        form.columns_match_dictionary,
        "a column is renamed",
        put("data/units.csv", "plural_en", "plural"),
        at=("units", "header", "plural"),
    ),
    case(
        form.columns_match_dictionary,
        "two columns change places",
        put("data/regions.csv", "name_zh,name_en", "name_en,name_zh"),
        at=("regions", "header", ""),
    ),
    case(
        form.dictionary_is_complete,
        "the Chinese description of a column is forgotten",
        put(DICTIONARY, '"description": "GB/T 2260 行政区划代码"', '"description": ""'),
        at=("datapackage.json", "regions.region_id", "description"),
    ),
    case(
        form.dictionary_is_complete,
        "the English description of a column is left out",
        put(DICTIONARY, '"description_en": "Code of GB/T 2260",', ""),
        at=("datapackage.json", "regions.region_id", "description"),
    ),
    case(
        form.dictionary_is_complete,
        "the English title of a table is blank",
        put(DICTIONARY, '"title_en": "Regions"', '"title_en": ""'),
        at=("datapackage.json", "regions", "title_en"),
    ),
    case(
        form.dictionary_is_complete,
        "a number has no unit",
        put(DICTIONARY, '"unit": "rank",', ""),
        at=("datapackage.json", "segments.position", "unit"),
    ),
    case(
        form.dictionary_is_complete,
        "a type is misspelt",
        put(
            DICTIONARY,
            '"name": "joins_previous",\n            "type": "boolean"',
            '"name": "joins_previous",\n            "type": "bool"',
        ),
        at=("datapackage.json", "segments.joins_previous", "type"),
    ),
    case(
        form.csv_is_canonical,
        "a cell is quoted without need",
        put("data/units.csv", "facility,处,", 'facility,"处",'),
        at=("units", line("data/units.csv", "facility,"), ""),
    ),
    case(
        form.cells_meet_constraints,
        "a required cell is blank",
        put("data/units.csv", "person_time,人次,person-time,", "person_time,人次,,"),
        at=("units", line("data/units.csv", "person_time,"), "name_en"),
    ),
    case(
        form.cells_meet_constraints,
        "a code is not in its list",
        put("data/comparisons.csv", "Money,not_comparable", "Money,incomparable"),
        at=("comparisons", line("data/comparisons.csv", "money,"), "verdict"),
    ),
    case(
        form.cells_meet_constraints,
        "a date is written in Chinese",
        put(DOCUMENTS, ",,2022-06\n", ",,2022年6月\n"),
        at=("documents", line(DOCUMENTS, "neijiang,"), "covers_to"),
    ),
    case(
        form.cells_meet_constraints,
        "a spreadsheet writes its own FALSE",
        put(SEGMENTS, '“报告裁判,各项检查",body,false,false', '“报告裁判,各项检查",body,FALSE,false'),
        at=("segments", line(SEGMENTS, "pingguo-s01,"), "joins_previous"),
    ),
    case(
        form.cells_meet_constraints,
        "a rank begins at 0",
        put(SEGMENTS, "pingguo-s01,pingguo,1,", "pingguo-s01,pingguo,0,"),
        at=("segments", line(SEGMENTS, "pingguo-s01,"), "position"),
    ),
    case(
        form.cells_meet_constraints,
        "an opening is longer than ten characters",
        put(SEGMENTS, "校企合作是打破学校和,", "校企合作是打破学校和企业,"),
        at=("segments", line(SEGMENTS, "pingguo-s04,"), "opens_with"),
    ),
    case(
        form.cells_meet_constraints,
        "the offsets of a number are still to be filled",
        put(NUMBERS, "xinhui.txt,924,929,4995名", "xinhui.txt,,,4995名"),
        at=("numbers", line(NUMBERS, "xinhui-n14,"), "start"),
    ),
    case(
        keys.primary_keys_are_unique,
        "a code is pasted twice",
        put("data/codes.csv", "\ntype,union,", "\ntype,party,党组织,Party,党,Party\ntype,union,"),
        at=("codes", "type party", "code_list + code"),
        also=(keys.code_lists_agree,),
    ),
    case(
        keys.primary_keys_are_unique,
        "a numeral word is pasted twice",
        add("data/numeral_words.csv", "队伍,重复,Twice\n"),
        at=("numeral_words", "队伍", "word"),
        also=(form.cells_meet_constraints,),
    ),
    case(
        keys.primary_keys_are_unique,
        "two numbers have one id",
        put(NUMBERS, "xinhui-n05,", "xinhui-n04,"),
        at=("numbers", "xinhui-n04", "number_id"),
        also=(form.cells_meet_constraints, keys.references_exist),
    ),
    case(
        keys.primary_keys_are_unique,
        "a numeral is excluded twice",
        add(EXCLUDED, "jiangxi.txt,4665,4667,三大,name,,\n"),
        at=("excluded_numerals", "jiangxi.txt 4665", "seed_file + start"),
    ),
    case(
        keys.references_exist,
        "a number is about a body nobody registered",
        put(NUMBERS, "neijiang-n25,neijiang,511000,jinhong-crankshaft", "neijiang-n25,neijiang,511000,jinhong"),
        at=("numbers", line(NUMBERS, "neijiang-n25,"), "entity"),
    ),
    case(
        keys.references_exist,
        "a region code has two digits exchanged",
        put(NUMBERS, "xinhui-n14,xinhui,440705", "xinhui-n14,xinhui,440750"),
        at=("numbers", line(NUMBERS, "xinhui-n14,"), "region_id"),
    ),
    case(
        keys.references_exist,
        "an indicator names a pillar that does not exist",
        cell(INDICATORS, "lead_master_allowance", "pillar_id", "I"),
        at=("indicators", line(INDICATORS, "lead_master_allowance,"), "pillar_id"),
    ),
    case(
        keys.code_lists_agree,
        "a code loses its definition",
        drop("data/codes.csv", "reason,misread,"),
        at=("codes", "reason", "code"),
    ),
    case(
        keys.code_lists_agree,
        "a code list is explained that no field uses",
        add("data/codes.csv", "mood,calm,平静,Calm,平静,Calm\n"),
        at=("codes", "mood", "code_list"),
    ),
    case(
        keys.ids_name_their_source,
        "a number's id is of another article",
        put(NUMBERS, "pingguo-n28,", "jiangxi-n99,"),
        at=("numbers", "jiangxi-n99", "number_id"),
    ),
    case(
        keys.retired_ids_stay_retired,
        "an id that was retired is given to another row",
        add(RETIRED, "pingguo-n28,numbers,,合并,Merged,2026-11-28\n"),
        at=("numbers", "pingguo-n28", ""),
    ),
    case(
        keys.retired_ids_stay_retired,
        "a retired id points to a row that is not there",
        add(RETIRED, "pingguo-n77,numbers,pingguo-n78,合并,Merged,2026-11-28\n"),
        at=("retired_ids", "pingguo-n77", "successor"),
    ),
    case(
        texts.seeds_are_registered,
        "a source page is added and not registered",
        add("seeds/zigong.txt", "自贡市推进产业工人队伍建设改革。\n"),
        at=("documents", "zigong.txt", "seed_file"),
    ),
    case(
        texts.seeds_are_registered,
        "a source page is lost",
        remove("seeds/pingguo.txt"),
        at=("documents", "pingguo.txt", "seed_file"),
    ),
    case(
        texts.checksums_match,
        "one character of a seed is changed",
        put("seeds/pingguo.txt", "中流砥柱", "中流砥住"),
        at=("documents", "pingguo", "sha256"),
    ),
    case(
        texts.checksums_match,
        "one byte is added at the end of a seed",
        add("seeds/pingguo.txt", "\n"),
        at=("documents", "pingguo", "sha256"),
    ),
    case(
        texts.segments_are_true,
        "an opening is copied with a slip",
        put(SEGMENTS, "校企合作是打破学校和,", "校企合作是打破学校与,"),
        at=("segments", "pingguo-s04", "opens_with"),
    ),
    case(
        texts.segments_are_true,
        "the first segment of an article joins nothing",
        put(SEGMENTS, '“报告裁判,各项检查",body,false,false', '“报告裁判,各项检查",body,true,false'),
        at=("segments", "pingguo-s01", "joins_previous"),
    ),
    case(
        texts.segments_are_true,
        "the positions have a gap",
        put(SEGMENTS, "pingguo-s16,pingguo,16,", "pingguo-s16,pingguo,17,"),
        at=("segments", "pingguo", "position"),
    ),
    case(
        texts.segments_are_true,
        "a segment lies in the seed of another article",
        cell(SEGMENTS, "pingguo-s16", "seed_file", "chongqing.txt"),
        at=("segments", "pingguo-s16", "seed_file"),
        also=(texts.segments_partition_seeds,),
    ),
    case(
        texts.segments_are_true,
        "an article is registered and not divided",
        again(DOCUMENTS, "pingguo,", "pingguo-note,"),
        at=("segments", "pingguo-note", "document_id"),
    ),
    case(
        texts.segments_partition_seeds,
        "a segment ends one character early",
        put(SEGMENTS, "pingguo.txt,2180,2257", "pingguo.txt,2180,2256"),
        at=("segments", "pingguo.txt 2256", "start, end"),
    ),
    case(
        texts.segments_partition_seeds,
        "two segments overlap",
        put(SEGMENTS, "pingguo.txt,1559,1613", "pingguo.txt,1559,1615"),
        at=("segments", "pingguo.txt 1614", "start, end"),
    ),
    case(
        texts.segments_partition_seeds,
        "a segment ends beyond its file",
        put(SEGMENTS, "pingguo.txt,2180,2257", "pingguo.txt,2180,22570"),
        at=("segments", "pingguo-s16", "end"),
    ),
    case(
        texts.anchors_are_exact,
        "an anchor is shifted by one character",
        put(NUMBERS, "chongqing.txt,364,367,36个", "chongqing.txt,365,368,36个"),
        at=("numbers", line(NUMBERS, "qijiang-n01,"), "quote"),
    ),
    case(
        texts.anchors_are_exact,
        "an anchor ends one character late",
        put(NUMBERS, "chongqing.txt,364,367,36个", "chongqing.txt,364,368,36个"),
        at=("numbers", line(NUMBERS, "qijiang-n01,"), "quote"),
    ),
    case(
        texts.anchors_are_exact,
        "a quote is retyped with a space",
        put(NUMBERS, "chongqing.txt,364,367,36个", "chongqing.txt,364,367,36 个"),
        at=("numbers", line(NUMBERS, "qijiang-n01,"), "quote"),
    ),
    case(
        texts.anchors_are_exact,
        "the quote of an excluded numeral is mistyped",
        put(EXCLUDED, "一码受理", "一码受里"),
        at=("excluded_numerals", line(EXCLUDED, "pingguo.txt,1911,"), "quote"),
    ),
    case(
        texts.anchors_stay_in_their_document,
        "a number is given to the neighbour on the page",
        put(NUMBERS, "chuanwei-n04,chuanwei,500000,chuanwei-chemical", "luyuefu-n01,luyuefu,500000,chuanwei-chemical"),
        at=("numbers", "luyuefu-n01", "document_id"),
    ),
    case(
        texts.numerals_are_covered,
        "an Arabic numeral in no table",
        drop(EXCLUDED, "pingguo.txt,638,"),
        at=(COVERAGE, "pingguo.txt 638", "quote"),
    ),
    case(
        texts.numerals_are_covered,
        "a Chinese numeral in no table",
        drop(EXCLUDED, "chongqing.txt,2037,"),
        at=(COVERAGE, "chongqing.txt 2037", "quote"),
    ),
    case(
        texts.numerals_are_covered,
        "one of two numerals that one row covered",
        put(EXCLUDED, "xinhui.txt,4202,4209,今年1-4月底", "xinhui.txt,4206,4209,4月底"),
        at=(COVERAGE, "xinhui.txt 4204", "quote"),
    ),
    case(
        texts.numerals_are_covered,
        "a curated number is deleted",
        drop(NUMBERS, "jiangxi-n44,"),
        at=(COVERAGE, "jiangxi.txt 4267", "quote"),
    ),
    case(
        texts.numerals_are_covered,
        "a word is no longer known to state no quantity",
        drop("data/numeral_words.csv", "低人一等,"),
        at=(COVERAGE, "xinhui.txt 1209", "quote"),
    ),
    case(
        texts.numerals_are_covered,
        "a numeral is both curated and excluded",
        add(EXCLUDED, "chongqing.txt,364,366,36,name,,\n"),
        at=(COVERAGE, "chongqing.txt 364", "quote"),
    ),
    case(
        texts.numerals_are_covered,
        "a row covers no numeral",
        add(EXCLUDED, "pingguo.txt,1,5,报告裁判,name,,\n"),
        at=("excluded_numerals", "pingguo.txt 1", "quote"),
    ),
    case(
        texts.numerals_are_covered,
        "a sentence with a numeral is added to a seed",
        add("seeds/pingguo.txt", "\n新增企业9家。"),
        at=(COVERAGE, "pingguo.txt 2262", "quote"),
        also=(texts.checksums_match, texts.segments_partition_seeds),
    ),
    case(
        texts.numerals_are_covered,
        "a sentence is added, registered and divided, and its figure forgotten",
        add("seeds/pingguo.txt", "\n新增企业九家。"),
        register("pingguo.txt"),
        put(SEGMENTS, "pingguo.txt,2180,2257", "pingguo.txt,2180,2265"),
        at=(COVERAGE, "pingguo.txt 2262", "quote"),
    ),
    case(
        figures.values_have_their_form,
        "a value is forgotten",
        cell(NUMBERS, "xinhui-n14", "value", ""),
        at=("numbers", "xinhui-n14", "value"),
    ),
    case(
        figures.values_have_their_form,
        "a figure with a value is called vague",
        cell(NUMBERS, "xinhui-n14", "vague", "true"),
        at=("numbers", "xinhui-n14", "value"),
    ),
    case(
        figures.values_have_their_form,
        "the ends of a range are exchanged",
        cell(NUMBERS, "xinhui-n14", "value_high", "4000"),
        at=("numbers", "xinhui-n14", "value_high"),
    ),
    case(
        figures.values_equal_their_numerals,
        "an exact figure is left without its value",
        cell(NUMBERS, "xinhui-n14", "value", ""),
        cell(NUMBERS, "xinhui-n14", "vague", "true"),
        at=("numbers", "xinhui-n14", "vague"),
    ),
    case(
        figures.values_equal_their_numerals,
        "an exact figure is given an upper end",
        cell(NUMBERS, "xinhui-n14", "value_high", "5000"),
        at=("numbers", "xinhui-n14", "value_high"),
    ),
    case(
        figures.values_equal_their_numerals,
        "two digits of a value are exchanged",
        put(NUMBERS, ",4995,,,person", ",4959,,,person"),
        at=("numbers", "xinhui-n14", "value"),
    ),
    case(
        figures.values_equal_their_numerals,
        "a tenth is read as a per cent",
        put(NUMBERS, "graduate_employment_rate,90,", "graduate_employment_rate,9,"),
        at=("numbers", "xinhui-n28", "value"),
    ),
    case(
        figures.values_equal_their_numerals,
        "ten thousands are read as units",
        put(NUMBERS, "apprenticeship_person_times,31000,", "training_person_times,3.1,"),
        at=("numbers", "neijiang-n12", "value"),
    ),
    case(
        figures.values_equal_their_numerals,
        "the anchor is the thing counted and not the figure",
        put(NUMBERS, "pingguo.txt,2176,2178,2个", "pingguo.txt,2172,2176,司机之家"),
        at=("numbers", "pingguo-n28", "quote"),
        also=(texts.numerals_are_covered,),
    ),
    case(
        figures.units_follow_indicators,
        "person-times are counted in persons",
        put(NUMBERS, "apprenticeship_person_times,31000,,,person_time", "apprenticeship_person_times,31000,,,person"),
        at=("numbers", "neijiang-n12", "unit"),
    ),
    case(
        figures.units_follow_indicators,
        "person-times are filed under an indicator of persons",
        put(NUMBERS, "apprenticeship_person_times,31000,,,person_time", "trainees,31000,,,person"),
        at=("numbers", "neijiang-n12", "unit"),
    ),
    case(
        figures.units_follow_indicators,
        "money is filed under an indicator of things",
        put(NUMBERS, "project_funds_received,37500000,,,yuan", "base_applications,37500000,,,item"),
        at=("numbers", "neijiang-n11", "unit"),
        also=(figures.units_follow_words,),
    ),
    case(
        figures.qualifiers_follow_wording,
        "“nearly” is lost",
        put(NUMBERS, "graduates_to_firms,1500,,,person,nearly", "graduates_to_firms,1500,,,person,"),
        at=("numbers", "xinhui-n26", "qualifier"),
    ),
    case(
        figures.qualifiers_follow_wording,
        "“more than” is taken for “about”",
        put(NUMBERS, "students_at_firm,270,,,person,more_than", "students_at_firm,270,,,person,about"),
        at=("numbers", "xinhui-n20", "qualifier"),
    ),
    case(
        figures.periods_run_forward,
        "a period ends before it begins",
        put(
            NUMBERS,
            "coop_advisors,63,,,organisation,,result,cumulative,2021,2023-06",
            "coop_advisors,63,,,organisation,,result,cumulative,2023-06,2021",
        ),
        at=("numbers", "xinhui-n08", "period_to"),
    ),
    case(
        figures.periods_run_forward,
        "an article cannot appear before its earliest day",
        put(DOCUMENTS, "2025-10-28,2025-12-31", "2025-10-28,2025-10-01"),
        at=("documents", "jiangxi", "published_latest"),
    ),
    case(
        figures.repeats_point_to_first,
        "a repeat points to another fact",
        put(NUMBERS, "jiangxi-n13,jiangxi.txt", "jiangxi-n14,jiangxi.txt"),
        at=("numbers", "jiangxi-n16", "same_as"),
    ),
    case(
        figures.repeats_point_to_first,
        "a repeat points to another repeat",
        put(NUMBERS, "jiangxi-n26,jiangxi.txt,4267", "jiangxi-n32,jiangxi.txt,4267"),
        at=("numbers", "jiangxi-n44", "same_as"),
    ),
    case(
        figures.repeats_point_to_first,
        "the first mention points forward",
        put(NUMBERS, ",,jiangxi.txt,1308,", ",jiangxi-n16,jiangxi.txt,1308,"),
        put(NUMBERS, "jiangxi-n13,jiangxi.txt,1519", ",jiangxi.txt,1519"),
        at=("numbers", "jiangxi-n13", "same_as"),
    ),
    case(
        figures.regions_nest,
        "a city stands under its own district",
        put("data/regions.csv", "prefecture,440000", "prefecture,440705"),
        at=("regions", "440700", "parent_region_id"),
    ),
    case(
        figures.regions_nest,
        "a county has no region above it",
        put("data/regions.csv", "county,440700", "county,"),
        at=("regions", "440705", "parent_region_id"),
    ),
    case(
        keys.ids_name_their_source,
        "a measure has the id of another article",
        cell(MEASURES, "luyuefu-m27", "measure_id", "luyuefu-note-m27"),
        at=("measures", "luyuefu-note-m27", "measure_id"),
    ),
    case(
        texts.anchors_are_exact,
        "the words of a measure are retyped with a slip",
        cell(MEASURES, "luyuefu-m16", "quote", "适当提高工令补贴"),
        at=("measures", line(MEASURES, "luyuefu-m16,"), "quote"),
    ),
    case(
        texts.anchors_are_exact,
        "the sentence of a blank is deleted and its place left behind",
        cell(BLANKS, "500110,G1", "quote", ""),
        at=("blanks", line(BLANKS, "500110,G1,"), "quote"),
    ),
    case(
        texts.anchors_stay_in_their_document,
        "a measure is booked to another article of its page",
        cell(MEASURES, "chuanwei-m01", "document_id", "luyuefu"),
        at=("measures", "chuanwei-m01", "document_id"),
    ),
    case(
        measures.measures_stay_in_their_region,
        "a measure of a district is booked to its municipality",
        cell(MEASURES, "qijiang-m01", "region_id", "500000"),
        at=("measures", "qijiang-m01", "region_id"),
    ),
    case(
        measures.proposals_are_proposed,
        "a proposal is told as done",
        cell(MEASURES, "luyuefu-m16", "status", "implemented"),
        at=("measures", "luyuefu-m16", "status"),
    ),
    case(
        measures.proposals_are_proposed,
        "a pilot does not say that it is one",
        cell(MEASURES, "xinhui-m01", "status", "pilot"),
        at=("measures", "xinhui-m01", "status"),
    ),
    case(
        cells.languages_go_together,
        "an English plural is Chinese",
        cell("data/units.csv", "person", "plural_en", "人们"),
        at=("units", line("data/units.csv", "person,"), "plural_en"),
    ),
    case(
        origins.accepted_rows_name_their_coder,
        "nobody is said to have accepted a suggestion",
        cell(NUMBERS, "xinhui-n02", "origin", "accepted"),
        at=("numbers", "xinhui-n02", "coder"),
    ),
    case(
        origins.accepted_rows_name_their_coder,
        "what a person accepted is still called a suggestion",
        cell(MEASURES, "xinhui-m01", "coder", "王敏"),
        cell(MEASURES, "xinhui-m01", "origin", "suggested"),
        at=("measures", "xinhui-m01", "origin"),
    ),
    case(
        origins.suggestions_are_decided,
        "a suggestion passes for curated",
        cell(MEASURES, "xinhui-m01", "origin", "suggested"),
        at=("measures", "xinhui-m01", "origin"),
    ),
    case(
        texts.nothing_is_read_in_clutter,
        "a paragraph with figures is taken for page clutter",
        cell("data/segments.csv", "pingguo-s05", "role", "clutter"),
        at=("numbers", "pingguo-n02", "quote"),
    ),
    case(
        origins.figures_count_what_is_listed,
        "a curated figure counts what no indicator does",
        cell(NUMBERS, "neijiang-n14", "indicator_id", "unlisted"),
        also=(figures.units_follow_indicators,),
        at=("numbers", "neijiang-n14", "indicator_id"),
    ),
    case(
        origins.figures_count_what_is_listed,
        "a curated figure has a unit that is not listed",
        cell(NUMBERS, "neijiang-n14", "unit", "as_written"),
        also=(figures.units_follow_indicators, figures.units_follow_words),
        at=("numbers", "neijiang-n14", "unit"),
    ),
    case(
        measures.partners_exist,
        "a partner is unknown",
        cell(MEASURES, "jiangxi-m07", "partners", "jiangxi-hrss|nobody"),
        at=("measures", "jiangxi-m07", "partners"),
    ),
    case(
        measures.partners_exist,
        "an actor is listed among its own partners",
        cell(MEASURES, "jiangxi-m07", "partners", "jiangxi-sasac|jiangxi-hrss|jiangxi-finance"),
        at=("measures", "jiangxi-m07", "partners"),
    ),
    case(
        measures.policies_are_named_nearby,
        "a measure rests on a policy that its article does not name",
        cell(MEASURES, "xinhui-m55", "policy_document_id", "jiangxi-wages"),
        at=("measures", "xinhui-m55", "policy_document_id"),
    ),
    case(
        measures.titles_are_covered,
        "a policy is forgotten",
        drop(POLICIES, "national-plan-2017,"),
        at=("policy_documents, other_titles", "xinhui.txt 182", "quote"),
    ),
    case(
        measures.titles_are_covered,
        "a newspaper is forgotten",
        drop("data/other_titles.csv", "chongqing.txt,3777,"),
        at=("policy_documents, other_titles", "chongqing.txt 3777", "quote"),
    ),
    case(
        measures.titles_are_covered,
        "a policy is entered among the other titles too",
        add(
            "data/other_titles.csv",
            "xinhui.txt,182,199,《新时期产业工人队伍建设改革方案》,新时期产业工人队伍建设改革方案,Plan,book\n",
        ),
        at=("policy_documents, other_titles", "xinhui.txt 182", "quote"),
    ),
    case(
        measures.titles_are_covered,
        "a policy's title is not the printed one",
        cell(POLICIES, "national-plan-2017", "title_zh", "产业工人队伍建设改革方案"),
        at=("policy_documents", "产业工人队伍建设改革方案", "title_zh"),
    ),
    case(
        measures.titles_are_covered,
        "a title is anchored without the marks around it",
        cell(POLICIES, "national-plan-2017", "start", "183"),
        cell(POLICIES, "national-plan-2017", "end", "198"),
        cell(POLICIES, "national-plan-2017", "quote", "新时期产业工人队伍建设改革方案"),
        at=("policy_documents, other_titles", "xinhui.txt 183–198", "quote"),
    ),
    case(
        measures.names_are_distinct,
        "two organisations of a region share a name",
        cell("data/organisations.csv", "neijiang-tax", "aliases", "市财政局"),
        at=("organisations", "neijiang-tax", "name_zh"),
        also=(places.bodies_are_named_in_their_article,),
    ),
    case(
        programmes.parts_hang_on_wholes,
        "a measure is a part of one in another article",
        cell(MEASURES, "neijiang-m38", "part_of", "xinhui-m01"),
        at=("measures", "neijiang-m38", "part_of"),
    ),
    case(
        programmes.names_are_quoted,
        "an honour is called otherwise than in the text",
        cell("data/awards.csv", "great-craftsman", "name_zh", "大国匠人"),
        at=("awards", "great-craftsman", "name_zh"),
        also=(programmes.names_are_read_where_they_stand,),
    ),
    case(
        programmes.names_are_read_where_they_stand,
        "an honour is of a region whose articles do not name it",
        cell("data/awards.csv", "ganpo-craftsman", "region_id", "500000"),
        at=("awards", "ganpo-craftsman", "name_zh"),
    ),
    case(
        programmes.programmes_are_named_beside,
        "a measure belongs to a programme that its paragraph does not name",
        cell(MEASURES, "neijiang-m38", "programme_id", "tiangong-cup"),
        at=("measures", "neijiang-m38", "programme_id"),
    ),
    case(
        programmes.owners_are_named_beside,
        "a programme belongs to a body of other articles",
        cell("data/programmes.csv", "zhenxing-cup", "owner", "neijiang-union"),
        at=("programmes", "zhenxing-cup", "owner"),
    ),
    case(
        programmes.signers_are_persons,
        "the reporter who signs is only told of",
        cell("data/persons.csv", "huang-sheng", "part", "told_of"),
        at=("documents", "xinhui", "byline"),
    ),
    case(
        measures.policies_have_their_level,
        "a policy of a county is called one of a prefecture",
        cell("data/policy_documents.csv", "pingguo-housing", "level", "prefecture"),
        at=("policy_documents", "pingguo-housing", "level"),
    ),
    case(
        measures.policies_have_their_level,
        "a provincial policy has no region",
        cell("data/policy_documents.csv", "jiangxi-wages", "region_id", ""),
        at=("policy_documents", "jiangxi-wages", "level"),
    ),
    case(
        measures.blanks_are_blank,
        "a blank is explained that is none",
        cell(BLANKS, "500110,G1", "measure_type_id", "H1"),
        at=("blanks", "500110 H1", "kind"),
    ),
    case(
        measures.blanks_are_blank,
        "something is said to be absent without a sentence",
        add(BLANKS, "500110,C6,absent,,,,,文中称没有大师工作室,The text says that there is none\n"),
        at=("blanks", "500110 C6", "quote"),
    ),
    case(
        measures.blanks_are_blank,
        "a blank quotes another region's article",
        cell(BLANKS, "500110,G1", "region_id", "360000"),
        at=("blanks", "360000 G1", "quote"),
    ),
    case(
        blanks.blanks_have_nothing_under_them,
        "honours are said not to apply where medallists are counted",
        add(BLANKS, "500110,B2,not_applicable,,,,,不适用,Does not apply\n"),
        at=("blanks", "500110 B2", "kind"),
    ),
    case(
        blanks.blanks_have_nothing_under_them,
        "mediation is said to be absent where a mediation centre is named",
        lambda files: [
            cell("data/organisations.csv", "jiangxi-union", "measure_type_id", "C8")(files),
            add(BLANKS, "360000,C8,not_applicable,,,,,不适用,Does not apply\n")(files),
        ],
        at=("blanks", "360000 C8", "kind"),
    ),
    case(
        speakers.speakers_are_printed,
        "the speaker of an article is another than its byline names",
        cell(DOCUMENTS, "qijiang", "speaker", "中共綦江区委书记 李国喜"),
        at=("documents", "qijiang", "speaker"),
    ),
    case(
        speakers.speakers_are_printed,
        "an article with a byline has no speaker",
        lambda files: [cell(DOCUMENTS, "xinhui", column, "")(files) for column in ("speaker", "speaker_en")],
        at=("documents", "xinhui", "speaker_type"),
    ),
    case(
        speakers.speakers_fit_genres,
        "a page supplied by a union passes for the press",
        lambda files: [
            cell(DOCUMENTS, "jiangxi", "speaker_type", "press")(files),
            cell(DOCUMENTS, "jiangxi", "speaks_for", "")(files),
        ],
        at=("documents", "jiangxi", "speaker_type"),
    ),
    case(
        speakers.speakers_fit_genres,
        "a person's proposals pass for a firm's",
        lambda files: [
            cell(DOCUMENTS, "luyuefu", "speaker_type", "firm")(files),
            cell(DOCUMENTS, "luyuefu", "speaks_for", "haier-washing")(files),
        ],
        at=("documents", "luyuefu", "speaker_type"),
    ),
    case(
        speakers.speakers_speak_for_their_kind,
        "a Party secretary speaks for a government",
        cell(DOCUMENTS, "qijiang", "speaks_for", "qijiang-government"),
        at=("documents", "qijiang", "speaks_for"),
    ),
    case(
        speakers.speakers_speak_for_their_kind,
        "a reporter speaks for a union",
        cell(DOCUMENTS, "xinhui", "speaks_for", "pingguo-union"),
        at=("documents", "xinhui", "speaks_for"),
    ),
    case(
        keys.code_lists_agree,
        "the list of whose acts there are loses one",
        drop("data/codes.csv", "whose,body,"),
        at=("codes", "whose", "code"),
    ),
    case(
        measures.pillars_follow_types,
        "an indicator stands under another pillar than its measure type",
        cell(INDICATORS, "duty_departments", "pillar_id", "G"),
        at=("indicators", "duty_departments", "pillar_id"),
    ),
    case(
        measures.pillars_follow_types,
        "a measure type stands under another pillar than its id says",
        cell("data/measure_types.csv", "C3", "pillar_id", "D"),
        at=("measure_types", "C3", "pillar_id"),
    ),
    case(
        measures.ids_are_distinct,
        "a policy takes the id of an organisation",
        cell(POLICIES, "national-plan-2017", "policy_document_id", "pingguo-union"),
        at=("organisations", "pingguo-union", "organisation_id"),
    ),
    case(
        texts.anchors_are_exact,
        "the sentence that a contradiction quotes is retyped with a slip",
        cell(CROSSCHECKS, "xinhui-first-title", "quote", "实现了新会区“全国技术能手”零的突波"),
        at=("crosschecks", line(CROSSCHECKS, "xinhui-first-title,"), "quote"),
    ),
    case(
        comparisons.shares_have_their_base,
        "a count is entered as a share",
        cell(SHARES, "xinhui-n28", "number_id", "xinhui-n27"),
        at=("shares", "xinhui-n27", "number_id"),
    ),
    case(
        comparisons.shares_have_their_base,
        "the whole of a share counts something else than its part",
        cell(SHARES, "jiangxi-n11", "whole", "jiangxi-n13"),
        cell(SHARES, "jiangxi-n11", "base_status", "printed"),
        at=("shares", "jiangxi-n11", "whole"),
    ),
    case(
        comparisons.shares_have_their_base,
        "a base is said to be printed, and only the part is there",
        cell(SHARES, "jiangxi-n11", "base_status", "printed"),
        at=("shares", "jiangxi-n11", "base_status"),
    ),
    case(
        comparisons.shares_have_their_base,
        "part and whole are there, and the base is said not to be printed",
        cell(SHARES, "jiangxi-n37", "base_status", "not_printed"),
        at=("shares", "jiangxi-n37", "base_status"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a figure is changed that a share is computed of",
        cell(NUMBERS, "jiangxi-n08", "value", "47.2"),
        at=("shares", "jiangxi-n08", "stated"),
        also=(figures.values_equal_their_numerals,),
    ),
    case(
        comparisons.crosschecks_come_out,
        "the whole of a share is another figure",
        cell(SHARES, "jiangxi-n08", "whole", "jiangxi-n09"),
        at=("shares", "jiangxi-n08", "stated"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "one of the summands is left out",
        cell(CROSSCHECKS, "neijiang-tiers", "numbers", "neijiang-n18|neijiang-n19"),
        at=("crosschecks", "neijiang-tiers", "stated"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "one of the summands is a range",
        cell(NUMBERS, "neijiang-n18", "value_high", "150"),
        at=("crosschecks", "neijiang-tiers", "numbers"),
        also=(figures.values_equal_their_numerals,),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a cross-check names a figure of another article",
        cell(CROSSCHECKS, "pingguo-cases", "numbers", "pingguo-n20|qijiang-n01"),
        at=("crosschecks", "pingguo-cases", "numbers"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a cross-check names a figure that does not exist",
        cell(CROSSCHECKS, "neijiang-tiers", "numbers", "neijiang-n18|neijiang-n19|neijiang-n99"),
        at=("crosschecks", "neijiang-tiers", "numbers"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a sum does not say what it should come to",
        cell(CROSSCHECKS, "neijiang-tiers", "stated", ""),
        at=("crosschecks", "neijiang-tiers", "stated"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a contradiction states a value",
        cell(CROSSCHECKS, "xinhui-apprentices", "stated", "93"),
        at=("crosschecks", "xinhui-apprentices", "stated"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a list is quoted that is one name short",
        cell(CROSSCHECKS, "cqcet-communities-list", "quote", "全国网络空间安全、全国万物智联"),
        cell(CROSSCHECKS, "cqcet-communities-list", "end", "4700"),
        at=("crosschecks", "cqcet-communities-list", "stated"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a list of another sentence is quoted",
        cell(CROSSCHECKS, "xinhui-majors-list", "numbers", "xinhui-n19"),
        at=("crosschecks", "xinhui-majors-list", "quote"),
        also=(),
    ),
    case(
        comparisons.crosschecks_come_out,
        "part and whole are turned round",
        cell(CROSSCHECKS, "chuanwei-ranks-part", "numbers", "chuanwei-n02|chuanwei-n03"),
        at=("crosschecks", "chuanwei-ranks-part", "stated"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a part counts in another unit than its whole",
        cell(CROSSCHECKS, "chuanwei-ranks-part", "numbers", "chuanwei-n03|chuanwei-n04"),
        at=("crosschecks", "chuanwei-ranks-part", "numbers"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a rate is multiplied with a count",
        cell(CROSSCHECKS, "xinhui-allowance-limit", "numbers", "xinhui-n03|xinhui-n06"),
        at=("crosschecks", "xinhui-allowance-limit", "numbers"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a rate is multiplied with a term that is not its own",
        cell(TERMS, "xinhui-n04", "limit", ""),
        at=("crosschecks", "xinhui-allowance-limit", "numbers"),
    ),
    case(
        comparisons.crosschecks_come_out,
        "a reading of a change lacks the share",
        cell(CROSSCHECKS, "jiangxi-growth-readings", "numbers", "jiangxi-n38|jiangxi-n36"),
        at=("crosschecks", "jiangxi-growth-readings", "numbers"),
    ),
    case(
        comparisons.terms_state_parameters,
        "a result is entered as a term",
        cell(TERMS, "xinhui-n03", "number_id", "xinhui-n06"),
        at=("terms", "xinhui-n06", "number_id"),
    ),
    case(
        comparisons.terms_state_parameters,
        "a term is limited by a result",
        cell(TERMS, "xinhui-n04", "limit", "xinhui-n06"),
        at=("terms", "xinhui-n04", "limit"),
    ),
    case(
        ratios.ratio_kinds_name_indicators,
        "persons and person-times are put on one side of a ratio",
        cell(RATIO_KINDS, "persons-per-session", "numerators", "trainees|training_person_times"),
        at=("ratio_kinds", "persons-per-session", "numerators"),
    ),
    case(
        ratios.ratio_kinds_name_indicators,
        "a share is taken of what counts in another unit",
        cell(RATIO_KINDS, "workforce-share", "denominators", "park_enterprises|industrial_workers|park_employees"),
        at=("ratio_kinds", "workforce-share", "numerators"),
    ),
    case(
        ratios.ratio_kinds_name_indicators,
        "an indicator is misspelt",
        cell(RATIO_KINDS, "yuan-per-firm", "denominators", "partners"),
        at=("ratio_kinds", "yuan-per-firm", "denominators"),
    ),
    case(
        ratios.ratios_are_honest,
        "the certificates of one district are divided by the staff of another zone",
        cell(RATIOS, "xinhui-certificates-of-workers", "denominator", "pingguo-n11"),
        at=("ratios", "xinhui-certificates-of-workers", "denominator"),
    ),
    case(
        ratios.ratios_are_honest,
        "the number of sessions is a range",
        cell(NUMBERS, "neijiang-n25", "value_high", "30"),
        at=("ratios", "neijiang-jinhong-training", "numerator"),
        also=(figures.values_equal_their_numerals,),
    ),
    case(
        ratios.ratios_are_honest,
        "the number of sessions is nought",
        cell(NUMBERS, "neijiang-n25", "value", "0"),
        at=("ratios", "neijiang-jinhong-training", "denominator"),
        also=(figures.values_equal_their_numerals,),
    ),
    case(
        ratios.ratios_are_honest,
        "a target is divided by what was done",
        cell(RATIOS, "xinhui-apprentices-of-college", "numerator", "xinhui-n18"),
        at=("ratios", "xinhui-apprentices-of-college", "denominator"),
    ),
    case(
        ratios.ratios_are_honest,
        "a figure is divided by a mention of itself",
        cell(RATIOS, "jiangxi-outreach", "denominator", "jiangxi-n21"),
        at=("ratios", "jiangxi-outreach", "denominator"),
    ),
    case(
        ratios.ratios_are_honest,
        "what firms gained is divided by the parks served",
        cell(RATIOS, "cqcet-benefit-per-firm", "denominator", "cqcet-n09"),
        at=("ratios", "cqcet-benefit-per-firm", "denominator"),
    ),
    case(
        comparisons.money_has_its_kind,
        "an indicator of money does not say which",
        cell(INDICATORS, "costs_saved", "money_kind", ""),
        at=("indicators", "costs_saved", "money_kind"),
    ),
    case(
        comparisons.money_has_its_kind,
        "an indicator of persons has a kind of money",
        cell(INDICATORS, "industrial_workers", "money_kind", "investment"),
        at=("indicators", "industrial_workers", "money_kind"),
    ),
    case(
        words.synonyms_agree,
        "two terms of one concept have different pillars",
        cell(LEXICON, "技能等级认定", "pillar_id", "C"),
        at=("lexicon", "职业技能等级认定", "pillar_id"),
    ),
    case(
        words.regions_of_articles_exist,
        "a byname is given the code of a region that there is not",
        cell(LEXICON, "赣鄱", "article_region", "369999"),
        at=("lexicon", "赣鄱", "article_region"),
    ),
    case(
        words.synonyms_agree,
        "a synonym of a place is called a term",
        cell(LEXICON, "新会", "kind", "term"),
        at=("lexicon", "新会区", "kind"),
    ),
    case(
        tone.tone_rules_can_be_read,
        "a bracket of a rule is not closed",
        cell("data/tone.csv", "创新", "only_after", "(积极"),
        at=("tone", "创新", "only_after"),
    ),
    case(
        tone.tone_rules_are_explained,
        "nothing is said of what a rule leaves out",
        cell("data/tone.csv", "着力", "not_before", ""),
        at=("tone", "着力", "left_out"),
    ),
    case(
        tone.readings_read_tone,
        "a use is read as none, and no reason is given",
        put("data/tone_readings.csv", "chongqing.txt,13,15,深化,true,", "chongqing.txt,13,15,深化,false,"),
        at=("tone_readings", "chongqing.txt 13", "why"),
    ),
    case(
        tone.readings_read_tone,
        "what was read is no word of tone",
        put("data/tone_readings.csv", "chongqing.txt,13,15,深化,true,", "chongqing.txt,15,17,产业,true,"),
        at=("tone_readings", "chongqing.txt 15", "quote"),
    ),
    case(
        tone.samples_hold_what_is_right,
        "more places are right than were read",
        put("data/tone_elsewhere.csv", "proposal,14,11", "proposal,14,15"),
        at=("tone_elsewhere", "proposal", "right"),
    ),
    case(
        words.stopwords_are_no_terms,
        "a stop word stands twice",
        add(STOPWORDS, "的\n"),
        at=("stopwords.txt", "的", ""),
    ),
    case(
        words.stopwords_are_no_terms,
        "two stop words stand on one line",
        add(STOPWORDS, "那么 这么\n"),
        at=("stopwords.txt", "'那么 这么'", ""),
    ),
    case(
        words.stopwords_are_no_terms,
        "a term of the field is on the stop list",
        add(STOPWORDS, "产教融合\n"),
        at=("stopwords.txt", "产教融合", ""),
    ),
]


def found(broken: Case, collection, folder) -> dict[str, list[Problem]]:
    """The problems of each rule that bites, up to the stage of the case's; a breach of form lets nothing else run.

    A rule that reads nothing of what was changed cannot bite. `folder` receives the files where a rule needs them.
    """
    files = edited(broken.edits)
    changes, copy = changed(files), opened(collection, files)
    bites: dict[str, list[Problem]] = {}
    if broken.rule in FOLDER_CHECKS:
        for path, content in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content)
        return {rule.__name__: list(rule(copy, folder / "data")) for rule in FOLDER_CHECKS}
    for number, stage in enumerate(stages(broken.rule)):
        asked = [rule for rule in stage if rule == broken.rule or reached(rule, changes)]
        bites |= {rule.__name__: problems for rule in asked if (problems := list(rule(narrowed(rule, copy, changes))))}
        if number == 0 and bites:
            break
    return bites


def test_shipped_package_is_sound(collection):
    """The package that ships has no problem."""
    assert run_checks(collection) == []


def test_untouched_copy_is_sound(collection):
    """A copy without a breakage has no problem, so what a case finds comes from its edit."""
    assert run_checks(opened(collection, edited([]))) == []


def test_every_rule_has_a_case():
    """No rule is left without a breakage that it must find, and no case is about a rule that does not run."""
    assert {case.rule for case in CASES} == set(CHECKS)


@pytest.mark.parametrize("broken", [pytest.param(case, id=f"{case.rule.__name__}: {case.story}") for case in CASES])
def test_rule_bites(broken, collection, tmp_path):
    """The breakage is found by its rule, those that must follow and no other, and named by table, row and field."""
    bites = found(broken, collection, tmp_path)
    assert set(bites) == {rule.__name__ for rule in (broken.rule, *broken.also)}
    problems = bites[broken.rule.__name__]
    assert (broken.table, broken.row, broken.field) in [(one.table, one.row, one.field) for one in problems]
    for problem in problems:
        assert len({problem.said("zh"), problem.said("en")}) == 2
        assert "\n" not in problem.said("zh") + problem.said("en")


def test_stages_wait_for_each_other(collection):
    """While a table lacks a column, rules that read columns are not asked."""
    edits = [put("data/units.csv", "plural_en", "plural"), put(NUMBERS, ",4995,,,person", ",4959,,,person")]
    problems = run_checks(opened(collection, edited(edits)))
    assert [(problem.table, problem.field) for problem in problems] == [("units", "plural")]


def test_collection_that_nobody_curated_has_its_form_checked_alone(collection):
    """What only readers of every sentence can promise is asked of the curated collection and of no other."""
    edits = [drop(EXCLUDED, "pingguo.txt,638,")]
    own = replace(opened(collection, edited(edits)), name="own")
    assert run_checks(own) == []
    assert {problem.table for problem in run_checks(own, curated=True)} == {"numbers, excluded_numerals"}
    broken = replace(opened(collection, edited([cell(NUMBERS, "xinhui-n14", "region_id", "999999")])), name="own")
    assert [problem.field for problem in run_checks(broken)] == ["region_id"]


def test_readers_own_article_beside_the_curated_ones_is_sound(collection):
    """An article of which nothing is coded breaks no rule of form, alone or with the curated ones; curated it would."""
    text = "某县产改见闻\n来了9家企业"
    known = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "published_earliest": "2024"}
    article = Article("mine", "", tuple(text.split("\n")), known)
    own = collected("own", collection, collection.codebook, [article])
    assert run_checks(own) == run_checks(union(collection, own)) == []
    assert {problem.message for problem in run_checks(own, curated=True)} == {"numeral_in_none"}


def test_rule_that_fails_is_a_problem(collection):
    """A rule that meets what it was not made for names itself, and nothing is raised."""
    torn = collection.changed(regions=collection.tables["regions"].drop(columns="level"))
    (problem,) = breaches(figures.regions_nest, torn)
    assert (problem.table, problem.row) == ("check", "regions_nest")
    assert "level" in str(problem)


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        pytest.param(
            put(NUMBERS, "jiangxi-n13,jiangxi.txt", "jiangxi-n99,jiangxi.txt"),
            ("numbers", line(NUMBERS, "jiangxi-n16,"), "same_as"),
            id="a repeat of a number that does not exist",
        ),
        pytest.param(
            put("data/regions.csv", "county,440700", "county,440701"),
            ("regions", line("data/regions.csv", "440705,"), "parent_region_id"),
            id="a parent region that does not exist",
        ),
        pytest.param(
            put(NUMBERS, ",4995,,,person", ',"4,995",,,person'),
            ("numbers", line(NUMBERS, "xinhui-n14,"), "value"),
            id="a value with a thousands separator",
        ),
        pytest.param(
            cell(NUMBERS, "xinhui-n14", "vague", "yes"),
            ("numbers", line(NUMBERS, "xinhui-n14,"), "vague"),
            id="a figure that is neither vague nor not",
        ),
        pytest.param(
            put(NUMBERS, "xinhui.txt,924,929", "xinhui.txt,9z4,929"),
            ("numbers", line(NUMBERS, "xinhui-n14,"), "start"),
            id="an offset that is no number",
        ),
        pytest.param(
            put(SEGMENTS, "pingguo.txt,202,349", "pingguo.txt,,349"),
            ("segments", line(SEGMENTS, "pingguo-s02,"), "start"),
            id="a segment without a start",
        ),
        pytest.param(
            cell(MEASURES, "jiangxi-m07", "policy_document_id", "jiangxi-wage"),
            ("measures", line(MEASURES, "jiangxi-m07,"), "policy_document_id"),
            id="a measure that rests on a policy nobody registered",
        ),
        pytest.param(
            cell(MEASURES, "jiangxi-m07", "measure_type_id", "E9"),
            ("measures", line(MEASURES, "jiangxi-m07,"), "measure_type_id"),
            id="a measure of a type that does not exist",
        ),
        pytest.param(
            cell(INDICATORS, "duty_departments", "measure_type_id", "H9"),
            ("indicators", line(INDICATORS, "duty_departments,"), "measure_type_id"),
            id="an indicator of a type that does not exist",
        ),
        pytest.param(
            cell(POLICIES, "xinhui-talent-ten", "start", "38q3"),
            ("policy_documents", line(POLICIES, "xinhui-talent-ten,"), "start"),
            id="a policy at an offset that is no number",
        ),
        pytest.param(
            cell(BLANKS, "500110,G1", "start", ""),
            ("blanks", line(BLANKS, "500110,G1,"), "quote"),
            id="a blank that lost the place of its quote",
        ),
        pytest.param(
            cell(SHARES, "jiangxi-n37", "part", "jiangxi-n99"),
            ("shares", line(SHARES, "jiangxi-n37,"), "part"),
            id="a part of a share that does not exist",
        ),
        pytest.param(
            cell(TERMS, "xinhui-n04", "limit", "xinhui-n99"),
            ("terms", line(TERMS, "xinhui-n04,"), "limit"),
            id="a limit of a term that does not exist",
        ),
        pytest.param(
            cell(CROSSCHECKS, "neijiang-tiers", "numbers", ""),
            ("crosschecks", line(CROSSCHECKS, "neijiang-tiers,"), "numbers"),
            id="a cross-check of nothing",
        ),
        pytest.param(
            cell(CROSSCHECKS, "neijiang-tiers", "stated", "a thousand"),
            ("crosschecks", line(CROSSCHECKS, "neijiang-tiers,"), "stated"),
            id="a sum that is no number",
        ),
        pytest.param(
            cell(CROSSCHECKS, "jiangxi-not-the-65", "numbers", "jiangxi-n10"),
            ("crosschecks", "jiangxi-not-the-65", "numbers"),
            id="a base that is not there",
        ),
        pytest.param(
            cell(SHARES, "jiangxi-n37", "whole", ""),
            ("shares", "jiangxi-n37", "base_status"),
            id="a share that lost its whole",
        ),
    ],
)
def test_broken_cell_is_reported_not_raised(edit, place, collection):
    """A slip in one cell ends in a problem that names the cell, whatever the other rules expect of it."""
    problems = run_checks(opened(collection, edited([edit])))
    assert place in [(problem.table, problem.row, problem.field) for problem in problems]


@pytest.mark.parametrize("end", [b"", b"\n\n"], ids=["no line feed at the end", "a blank line at the end"])
def test_form_of_the_last_line_is_found_there(end, copied):
    """A table that ends badly is reported at its end."""
    units = copied / "data" / "units.csv"
    lines = units.read_bytes().count(b"\n")
    units.write_bytes(units.read_bytes().rstrip(b"\n") + end)
    (problem,) = run_checks(load(copied / "data", copied / "seeds"), copied / "data")
    assert int(problem.row.removeprefix("line ")) >= lines
