package org.suzhi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Facts of the policy and of published statistics that go with the county; these are real and cited. */
public final class DomainFacts {
    private DomainFacts() {}

    /** A target: indicator key, operator, value in its unit, year by which it holds. */
    public record TargetFact(String key, String operator, double value, int deadline) {}

    /** A priority group: its questionnaire flag, names, and the unit that leads its action. */
    public record GroupFact(String code, String nameZh, String nameEn, String leadUnit) {}

    /** A published rate of the nation or a province: percent, code of its criterion, how well it is established, source. */
    public record PublishedRate(int year, double percent, String criterion, String status, String source) {}

    /** A published share of right answers to an item, in percent; no n where the source tells none. */
    public record ItemPercent(String item, String country, String year, OptionalInt n, double percent, String source) {}

    public static List<ItemPercent> itemPercents() {
        CsvTable table = CsvTable.ofResource("domain/item_percent_published.csv");
        return table.rows().stream()
                .map(r -> new ItemPercent(
                        r.get(table.column("item")),
                        r.get(table.column("country")),
                        r.get(table.column("year")),
                        r.get(table.column("n")).isEmpty()
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(r.get(table.column("n")))),
                        Double.parseDouble(r.get(table.column("percent_correct"))),
                        r.get(table.column("source"))))
                .toList();
    }

    /** The target for the share of the scientifically literate. */
    public static TargetFact literacyTarget() {
        CsvTable table = CsvTable.ofResource("domain/targets.csv");
        List<String> row = table.rows().stream()
                .filter(r -> r.get(table.column("key")).equals("literacy_rate"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("targets.csv has no literacy_rate"));
        return new TargetFact(
                row.get(table.column("key")),
                row.get(table.column("op")),
                Double.parseDouble(row.get(table.column("value"))),
                Integer.parseInt(row.get(table.column("deadline"))));
    }

    /** A file of the domain folder as it is, such as {@code work_division.csv}. */
    public static byte[] file(String name) {
        try (InputStream in = DomainFacts.class.getResourceAsStream("domain/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<GroupFact> groups() {
        CsvTable table = CsvTable.ofResource("domain/groups.csv");
        return table.rows().stream()
                .map(r -> new GroupFact(
                        r.get(table.column("code")),
                        r.get(table.column("name_zh")),
                        r.get(table.column("name_en")),
                        r.get(table.column("lead_unit"))))
                .toList();
    }

    /** The waves of the national survey whose rate was found. */
    public static List<PublishedRate> nationalWaves() {
        CsvTable table = CsvTable.ofResource("domain/national_waves.csv");
        return table.rows().stream()
                .filter(r -> !r.get(table.column("rate_percent")).isEmpty())
                .map(r -> new PublishedRate(
                        Integer.parseInt(r.get(table.column("year"))),
                        Double.parseDouble(r.get(table.column("rate_percent"))),
                        r.get(table.column("criterion")),
                        r.get(table.column("status")),
                        r.get(table.column("source"))))
                .toList();
    }

    /** The rates that were found of a province by its Chinese name, in order of the years; no criterion is told. */
    public static List<PublishedRate> provincialRates(String province) {
        CsvTable table = CsvTable.ofResource("domain/published_breakdowns.csv");
        return table.rows().stream()
                .filter(r -> r.get(table.column("dimension")).equals("province"))
                .filter(r -> r.get(table.column("category")).equals(province))
                .map(r -> new PublishedRate(
                        Integer.parseInt(r.get(table.column("year"))),
                        Double.parseDouble(r.get(table.column("rate_percent"))),
                        "",
                        r.get(table.column("status")),
                        r.get(table.column("source"))))
                .sorted(Comparator.comparing(PublishedRate::year))
                .toList();
    }
}
