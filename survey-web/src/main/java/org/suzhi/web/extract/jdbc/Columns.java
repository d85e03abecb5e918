package org.suzhi.web.extract.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suzhi.microdata.Extract;

/** Collects the rows of an extract column by column and hashes them on the way. */
final class Columns {
    private final List<String> categoryNames;
    private final List<String> groupNames;
    private final List<Double> weight = new ArrayList<>();
    private final List<Double> age = new ArrayList<>();
    private final List<Double> score = new ArrayList<>();
    private final List<@Nullable String> stratum = new ArrayList<>();
    private final List<@Nullable String> psu = new ArrayList<>();
    private final List<@Nullable String> town = new ArrayList<>();
    private final List<List<@Nullable String>> categories = new ArrayList<>();
    private final List<List<Double>> groups = new ArrayList<>();
    private final MessageDigest digest;

    Columns(List<String> categoryNames, List<String> groupNames) {
        this.categoryNames = categoryNames;
        this.groupNames = groupNames;
        categoryNames.forEach(name -> categories.add(new ArrayList<>()));
        groupNames.forEach(name -> groups.add(new ArrayList<>()));
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(ResultSet row) throws SQLException {
        weight.add(row.getDouble(1));
        stratum.add(row.getString(2));
        psu.add(row.getString(3));
        town.add(row.getString(4));
        age.add(row.getDouble(5));
        List<String> memberOf = List.of((String[]) row.getArray(6).getArray());
        for (int g = 0; g < groupNames.size(); g++) {
            groups.get(g).add(memberOf.contains(groupNames.get(g)) ? 1.0 : 0.0);
        }
        score.add(row.getDouble(7));
        @Nullable String[] answers = (@Nullable String[]) row.getArray(8).getArray();
        for (int c = 0; c < categoryNames.size(); c++) {
            categories.get(c).add(answers[c]);
        }
        hash(row);
    }

    private void hash(ResultSet row) throws SQLException {
        for (int column = 1; column <= 8; column++) {
            digest.update(Objects.toString(row.getString(column)).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    void addTo(Extract.Builder table, String ageName) {
        table.numeric("weight", array(weight));
        category(table, "stratum", stratum);
        category(table, "psu", psu);
        category(table, "town", town);
        table.numeric(ageName, array(age));
        for (int c = 0; c < categoryNames.size(); c++) {
            category(table, categoryNames.get(c), categories.get(c));
        }
        for (int g = 0; g < groupNames.size(); g++) {
            table.numeric(groupNames.get(g), array(groups.get(g)));
        }
        table.numeric("score", array(score));
    }

    private static void category(Extract.Builder table, String name, List<@Nullable String> texts) {
        TreeSet<String> levels = new TreeSet<>();
        texts.stream().filter(Objects::nonNull).forEach(levels::add);
        table.category(name, List.copyOf(levels), texts);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
