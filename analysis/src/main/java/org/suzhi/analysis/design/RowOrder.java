package org.suzhi.analysis.design;

import java.util.List;

/** Rows sorted by unit of the finest stage, and the units of earlier stages in which those units lie. */
final class RowOrder {
    private final int[] rows;
    private final int[][] unitsByStage;

    private RowOrder(int[] rows, int[][] unitsByStage) {
        this.rows = rows;
        this.unitsByStage = unitsByStage;
    }

    static RowOrder of(List<Stage> stages) {
        Stage finest = stages.get(stages.size() - 1);
        int[] unitOfRow = finest.unitOfRow();
        int[] next = new int[finest.units() + 1];
        for (int u : unitOfRow) {
            next[u + 1]++;
        }
        for (int u = 0; u < finest.units(); u++) {
            next[u + 1] += next[u];
        }
        int[] rows = new int[unitOfRow.length];
        for (int i = 0; i < rows.length; i++) {
            rows[next[unitOfRow[i]]++] = i;
        }
        int[][] unitsByStage = new int[stages.size()][finest.units()];
        for (int s = 0; s < unitsByStage.length; s++) {
            int[] coarse = stages.get(s).unitOfRow();
            for (int i = 0; i < unitOfRow.length; i++) {
                unitsByStage[s][unitOfRow[i]] = coarse[i];
            }
        }
        return new RowOrder(rows, unitsByStage);
    }

    int row(int i) {
        return rows[i];
    }

    int[] unitsOf(int stageNumber) {
        return unitsByStage[stageNumber - 1];
    }
}
