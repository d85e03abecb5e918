package org.suzhi.web.publication.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.ContextLine.Point;
import org.suzhi.web.publication.ContextLine.Status;
import org.suzhi.web.publication.ContextLines;

@Repository
class ContextLineTable implements ContextLines {
    private record Name(String zh, String en) {}

    private final JdbcClient jdbc;

    ContextLineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ContextLine> of(long surveyId) {
        Map<Name, List<Point>> lines = new LinkedHashMap<>();
        jdbc.sql("select name_zh, name_en, year, rate, status, criterion, source, note from context_series"
                        + " where survey_id = ? order by position, name_zh, year")
                .param(surveyId)
                .query(row -> {
                    lines.computeIfAbsent(new Name(row.getString(1), row.getString(2)), n -> new ArrayList<>())
                            .add(point(row));
                });
        return lines.entrySet().stream()
                .map(line -> new ContextLine(line.getKey().zh(), line.getKey().en(), line.getValue()))
                .toList();
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                row.getInt(3),
                row.getBigDecimal(4).movePointRight(2).doubleValue(),
                Status.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    @Override
    @Transactional
    public void replace(long surveyId, List<ContextLine> lines) {
        jdbc.sql("delete from context_series where survey_id = ?")
                .param(surveyId)
                .update();
        int position = 0;
        for (ContextLine line : lines) {
            for (Point point : line.points()) {
                jdbc.sql("""
                        insert into context_series
                          (survey_id, name_zh, name_en, position, year, rate, status, criterion, source, note)
                        values (:survey, :zh, :en, :position, :year, :percent / 100.0, :status, :criterion, :source, :note)\
                        """)
                        .param("survey", surveyId)
                        .param("zh", line.nameZh())
                        .param("en", line.nameEn())
                        .param("position", position)
                        .param("year", point.year())
                        .param("percent", BigDecimal.valueOf(point.percent()))
                        .param("status", point.status().code())
                        .param("criterion", point.criterion())
                        .param("source", point.source())
                        .param("note", point.note())
                        .update();
            }
            position++;
        }
    }
}
