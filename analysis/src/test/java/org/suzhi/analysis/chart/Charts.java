package org.suzhi.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Charts of made-up numbers for the tests of this package. */
final class Charts {
    static final ReferenceLine TARGET = new ReferenceLine("目标 >13%", 0.13);

    private Charts() {}

    static TrendChart trend() {
        return new TrendChart(
                text("公民具备科学素质的比例"),
                new TrendChart.Series(
                        "全县",
                        List.of(
                                new TrendChart.Point(2021, 0.0921, 0.0782, 0.1080),
                                new TrendChart.Point(2022, 0.1012, 0.0870, 0.1174),
                                new TrendChart.Point(2023, 0.1147, 0.0995, 0.1318),
                                new TrendChart.Point(2024, 0.1229, 0.1071, 0.1406),
                                new TrendChart.Point(2025, 0.1336, 0.1172, 0.1519))),
                TARGET,
                2025,
                List.of(new TrendChart.Series(
                        "全国",
                        List.of(
                                TrendChart.Point.exact(2020, 0.1056),
                                TrendChart.Point.exact(2022, 0.1293),
                                TrendChart.Point.exact(2023, 0.1414),
                                TrendChart.Point.exact(2024, 0.1537)))));
    }

    /** Five waves, of which the third was the first under another criterion, and where they lead to. */
    static TrendChart fan() {
        TrendChart trend = trend();
        List<TrendChart.Point> projection = new ArrayList<>();
        for (int year = 2025; year <= 2035; year++) {
            double rate = 0.1336 + 0.011 * (year - 2025);
            double half = 0.012 + 0.006 * (year - 2025);
            projection.add(new TrendChart.Point(year, rate, rate - half, rate + half));
        }
        return new TrendChart(
                trend.text(),
                new TrendChart.Series("全县", trend.waves().points(), List.of(new TrendChart.Break(2023, "标准改变"))),
                TARGET,
                2025,
                trend.context(),
                projection);
    }

    /** Beside four other lines, of which the second breaks and ends in a target. */
    static TrendChart amongOthers() {
        TrendChart trend = trend();
        TrendChart.Series province = new TrendChart.Series(
                "广东省",
                List.of(
                        TrendChart.Point.exact(2020, 0.1279),
                        TrendChart.Point.exact(2022, 0.148),
                        TrendChart.Point.exact(2023, 0.151),
                        TrendChart.Point.exact(2025, 0.16)),
                List.of(new TrendChart.Break(2023, ""), new TrendChart.Break(2025, "")),
                Map.of(2025, "目标"));
        TrendChart.Series city = new TrendChart.Series(
                "河源市",
                List.of(
                        TrendChart.Point.exact(2021, 0.093),
                        TrendChart.Point.exact(2023, 0.118),
                        TrendChart.Point.exact(2024, 0.121)));
        TrendChart.Series neighbour =
                new TrendChart.Series("A neighbouring county", List.of(TrendChart.Point.exact(2024, 0.119)));
        return new TrendChart(
                trend.text(),
                trend.waves(),
                TARGET,
                2025,
                List.of(trend.context().get(0), province, city, neighbour));
    }

    static PanelsChart panels() {
        List<PanelsChart.Panel> panels = new ArrayList<>();
        int n = 412;
        for (String name : List.of("青少年（18–29岁）", "农民", "产业工人", "老年人", "Leading cadres and civil servants")) {
            double factor = 1.8 / Math.max(1, panels.size()) - 0.2;
            panels.add(new PanelsChart.Panel(
                    new TrendChart.Series(
                            name,
                            trend().waves().points().stream()
                                    .filter(p -> n > 0 && (panels.size() != 2 || p.year() != 2023))
                                    .map(p -> panels.isEmpty()
                                            ? new TrendChart.Point(p.year(), 0, 0, 0.07)
                                            : new TrendChart.Point(
                                                    p.year(),
                                                    p.estimate() * factor,
                                                    p.lower() * factor * 0.8,
                                                    p.upper() * factor * 1.2))
                                    .toList(),
                            panels.size() == 2 ? List.of(new TrendChart.Break(2024, "")) : List.of()),
                    "n=" + n));
        }
        return new PanelsChart(text("五类重点人群"), panels, trend().waves(), TARGET);
    }

    static IntervalChart items() {
        return new IntervalChart(
                text("各题答对的比例"),
                Scale.RATE,
                List.of(
                        new IntervalChart.Heading("科学知识"),
                        new IntervalChart.Rate("地球的核心部分温度很高。", 0.51, 0.48, 0.54, "", List.of(0.49, 0.84, 0.86, 0.77)),
                        new IntervalChart.Rate("电子比原子小。", 0.31, 0.28, 0.34, "", List.of(0.22, 0.51, Double.NaN, 0.30))),
                null,
                TARGET,
                List.of("中国 2007", "美国 2010", "欧盟 2005", "日本 2001"));
    }

    static IntervalChart intervals() {
        List<IntervalChart.Row> rows = new ArrayList<>();
        rows.add(new IntervalChart.Heading("性别"));
        rows.add(new IntervalChart.Rate("男", 0.151, 0.131, 0.173, "n=1021"));
        rows.add(new IntervalChart.Rate("女", 0.115, 0.098, 0.134, "n=1003"));
        rows.add(new IntervalChart.Heading("乡镇"));
        rows.add(new IntervalChart.Rate("元善镇", 0.212, 0.17, 0.262, "n=412"));
        rows.add(new IntervalChart.Rate("绣缎镇", 0.061, 0.028, 0.127, "n=98"));
        rows.add(new IntervalChart.Suppressed("内莞镇", "样本过少，不发布"));
        return new IntervalChart(text("分组比例"), rows, new ReferenceLine("全县 13.36%", 0.1336), TARGET);
    }

    static ContributionChart contributions() {
        return new ContributionChart(
                text("各文化程度对变化的贡献"),
                List.of(
                        new ContributionChart.Row("小学及以下", 0.0004, 0.0031, 0.0035, -0.0002, 0.0072),
                        new ContributionChart.Row("初中", -0.0021, 0.0004, -0.0017, -0.0061, 0.0027),
                        new ContributionChart.Row("高中/中专", 0.0052, 0.0011, 0.0063, 0.0014, 0.0112),
                        new ContributionChart.Row("本科及以上", 0.0009, -0.0026, -0.0017, -0.0071, 0.0037)),
                new ContributionChart.Legend("比例的变化", "人口构成的变化", "合计，95%置信区间"));
    }

    private static ChartText text(String title) {
        return new ChartText(
                title,
                "加权比例与95%置信区间；空心点表示区间包含目标值，样本不足以判断。",
                "18-69岁常住人口，n=2,024；达标线70分；来源：连平县公民科学素质调查。全国数据：中国科协。",
                "合成数据 · Synthetic data",
                title + "：2025年为13.36%。");
    }
}
