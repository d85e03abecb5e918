package org.suzhi.web.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suzhi.web.fieldwork.MarginCell;

class ContradictionTest {
    private static MarginCell cell(List<String> variables, List<String> levels, double total) {
        return new MarginCell(variables, levels, total, "s", LocalDate.EPOCH, true);
    }

    private static final List<MarginCell> CROSSED = List.of(
            cell(List.of("sex", "age"), List.of("m", "young"), 40),
            cell(List.of("sex", "age"), List.of("f", "young"), 10),
            cell(List.of("sex", "age"), List.of("m", "old"), 20),
            cell(List.of("sex", "age"), List.of("f", "old"), 30));

    @Test
    void marginsOfOnePopulationAgree() {
        List<MarginCell> cells = new ArrayList<>(CROSSED);
        cells.add(cell(List.of("age"), List.of("young"), 50));
        cells.add(cell(List.of("age"), List.of("old"), 50));
        cells.add(cell(List.of("town"), List.of("t"), 100));
        assertThat(Contradiction.among(cells)).isEmpty();
    }

    @Test
    void aCrossedMarginMustSumToItsMargins() {
        List<MarginCell> cells = new ArrayList<>(CROSSED);
        cells.add(cell(List.of("age"), List.of("old"), 60));
        cells.add(cell(List.of("age"), List.of("young"), 40));
        assertThat(Contradiction.among(cells))
                .extracting(Contradiction::levels, Contradiction::firstTotal, Contradiction::secondTotal)
                .containsExactly(tuple(List.of("young"), 50.0, 40.0), tuple(List.of("old"), 50.0, 60.0));
    }

    @Test
    void aCellThatAnotherMarginLacksCounts() {
        List<MarginCell> cells = new ArrayList<>(CROSSED.subList(0, 2));
        cells.add(cell(List.of("age"), List.of("young"), 50));
        cells.add(cell(List.of("age"), List.of("old"), 50));
        assertThat(Contradiction.among(cells))
                .singleElement()
                .satisfies(c -> assertThat(c.levels()).containsExactly("old"));
    }

    @Test
    void marginsWithoutASharedVariableAreHeldByTheirSums() {
        List<MarginCell> cells = new ArrayList<>(CROSSED);
        cells.add(cell(List.of("town"), List.of("t"), 100.001));
        assertThat(Contradiction.among(cells))
                .singleElement()
                .satisfies(c -> assertThat(c.shared()).isEmpty());
        cells.set(4, cell(List.of("town"), List.of("t"), 100.00001));
        assertThat(Contradiction.among(cells)).isEmpty();
    }
}
