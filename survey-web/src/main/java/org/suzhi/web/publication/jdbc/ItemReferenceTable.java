package org.suzhi.web.publication.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.ItemReferences;

@Repository
class ItemReferenceTable implements ItemReferences {
    private final JdbcClient jdbc;

    ItemReferenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ItemReference> of(long surveyId) {
        return jdbc.sql("select item, place, year, n, percent, source from item_reference where survey_id = ?"
                        + " order by item, place, year, n desc nulls last, source")
                .param(surveyId)
                .query(ItemReferenceTable::reference)
                .list();
    }

    private static ItemReference reference(ResultSet row, int i) throws SQLException {
        return new ItemReference(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, Integer.class),
                row.getDouble(5),
                row.getString(6));
    }

    @Override
    @Transactional
    public void replace(long surveyId, List<ItemReference> references) {
        jdbc.sql("delete from item_reference where survey_id = ?")
                .param(surveyId)
                .update();
        for (ItemReference r : references) {
            jdbc.sql("""
                    insert into item_reference (survey_id, item, place, year, n, percent, source)
                    values (:survey, :item, :place, :year, :n, :percent, :source)\
                    """)
                    .param("survey", surveyId)
                    .param("item", r.item())
                    .param("place", r.place())
                    .param("year", r.year())
                    .param("n", r.n())
                    .param("percent", r.percent())
                    .param("source", r.source())
                    .update();
        }
    }
}
