package org.suzhi.web.division.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.division.Action;
import org.suzhi.web.division.Division;
import org.suzhi.web.division.DivisionFile;
import org.suzhi.web.division.Divisions;
import org.suzhi.web.division.Name;
import org.suzhi.web.division.Obligation;
import org.suzhi.web.division.Phase;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.StoredDivision;
import org.suzhi.web.division.Unit;

/** Divisions in tables. An edition never changes, so the one read last is kept. */
@Repository
class DivisionTables implements Divisions {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<@Nullable StoredDivision> last = new AtomicReference<>();

    DivisionTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<StoredDivision> newest(long surveyId) {
        Optional<Long> id = jdbc.sql("select id from division_edition where survey_id = ? order by id desc limit 1")
                .param(surveyId)
                .query(Long.class)
                .optional();
        StoredDivision kept = last.get();
        if (id.isEmpty() || (kept != null && kept.id() == id.get())) {
            return id.map(i -> kept);
        }
        StoredDivision read = read(id.get());
        last.set(read);
        return Optional.of(read);
    }

    private StoredDivision read(long id) {
        Division division = new Division(
                list("select code, name_zh, name_en, town from division_unit %s position", id, DivisionTables::unit),
                list("select * from division_action %s position", id, DivisionTables::action),
                list("select * from division_target %s position", id, DivisionTables::target),
                list("select * from division_phase %s number", id, DivisionTables::phase),
                list(
                        "select id, quote, purpose from division_obligation %s position",
                        id, row -> new Obligation(row.getString(1), row.getString(2), row.getString(3))));
        List<StoredDivision.Origin> files = list(
                "select kind, name, sha256 from division_file %s kind",
                id,
                row -> new StoredDivision.Origin(
                        DivisionFile.valueOf(row.getString(1)), row.getString(2), row.getString(3)));
        return jdbc.sql("""
                        select u.display_name, e.loaded_at from division_edition e
                        left join app_user u on u.id = e.loaded_by where e.id = ?""")
                .param(id)
                .query((row, i) -> new StoredDivision(
                        id,
                        division,
                        files,
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }

    /** Reads a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String select, long id, Reading<T> reading) {
        return jdbc.sql(select.formatted("where edition_id = ? order by"))
                .param(id)
                .query((row, i) -> reading.of(row))
                .list();
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(row.getString("code"), name(row), row.getString("town"));
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getString("name_zh"), row.getString("name_en"));
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(
                row.getInt("number"),
                new Name(row.getString("category_zh"), row.getString("category_en")),
                name(row),
                texts(row.getArray("lead")),
                texts(row.getArray("responsible")),
                texts(row.getArray("groups")),
                row.getString("note"),
                row.getString("source"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static PlanTarget target(ResultSet row) throws SQLException {
        String comparison = row.getString("comparison");
        return new PlanTarget(
                row.getString("id"),
                row.getString("key"),
                name(row),
                comparison == null ? null : PlanTarget.Comparison.valueOf(comparison),
                row.getObject("value", Double.class),
                PlanTarget.Measure.valueOf(row.getString("measure")),
                row.getObject("deadline", Integer.class),
                row.getString("quote"),
                row.getString("section"),
                row.getString("note"),
                row.getObject("action", Integer.class),
                PlanTarget.Aspiration.valueOf(row.getString("aspiration")),
                row.getString("measured_by"));
    }

    private static Phase phase(ResultSet row) throws SQLException {
        return new Phase(
                row.getInt("number"),
                name(row),
                row.getInt("start_year"),
                row.getInt("end_year"),
                row.getString("quote"));
    }

    @Override
    @Transactional
    public long add(long surveyId, Division division, List<StoredDivision.Origin> files, @Nullable Long loadedBy) {
        long id = jdbc.sql(
                        "insert into division_edition (survey_id, loaded_by, loaded_at) values (?, ?, ?) returning id")
                .params(Arrays.<@Nullable Object>asList(
                        surveyId, loadedBy, clock.instant().atOffset(ZoneOffset.UTC)))
                .query(Long.class)
                .single();
        for (StoredDivision.Origin file : files) {
            insert("division_file", id, file.file().name(), file.name(), file.sha256());
        }
        int position = 0;
        for (Unit unit : division.units()) {
            insert(
                    "division_unit",
                    id,
                    position++,
                    unit.code(),
                    unit.name().zh(),
                    unit.name().en(),
                    unit.town());
        }
        for (Action action : division.actions()) {
            insert(
                    "division_action",
                    id,
                    position++,
                    action.number(),
                    action.category().zh(),
                    action.category().en(),
                    action.name().zh(),
                    action.name().en(),
                    action.lead().toArray(String[]::new),
                    action.responsible().toArray(String[]::new),
                    action.groups().toArray(String[]::new),
                    action.note(),
                    action.source());
        }
        for (PlanTarget target : division.targets()) {
            insert(
                    "division_target",
                    id,
                    position++,
                    target.id(),
                    target.key(),
                    target.name().zh(),
                    target.name().en(),
                    target.comparison() == null ? null : target.comparison().name(),
                    target.value(),
                    target.measure().name(),
                    target.deadline(),
                    target.quote(),
                    target.section(),
                    target.note(),
                    target.action(),
                    target.aspiration().name(),
                    target.measuredBy());
        }
        for (Phase phase : division.phases()) {
            insert(
                    "division_phase",
                    id,
                    phase.number(),
                    phase.name().zh(),
                    phase.name().en(),
                    phase.startYear(),
                    phase.endYear(),
                    phase.quote());
        }
        for (Obligation obligation : division.obligations()) {
            insert("division_obligation", id, position++, obligation.id(), obligation.quote(), obligation.use());
        }
        return id;
    }

    /** Adds a row to a table whose columns are those values, in their order. */
    private void insert(String table, @Nullable Object... values) {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        jdbc.sql("insert into " + table + " values (" + marks + ")")
                .params(Arrays.asList(values))
                .update();
    }
}
