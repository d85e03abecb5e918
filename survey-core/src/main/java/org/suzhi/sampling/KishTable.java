package org.suzhi.sampling;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One of Kish's eight selection tables: which adult of a household is interviewed.
 *
 * <p>The adults are numbered men first, then women, the oldest first in each. A table is assigned to each household before
 * the visit, in every twelve households A, C, D and F twice and the others once, in random order. Every adult of a
 * household of one to four or six then has the same chance; in a household of five the third and the fifth have 1/4 and the
 * others 1/6. In households of more than six the seventh and later adults have no chance.
 *
 * <p>Source: L. Kish (1949), "A procedure for objective respondent selection within the household", JASA 44, 380-387.
 */
public enum KishTable {
    A(2, "111111"),
    B1(1, "111122"),
    B2(1, "111222"),
    C(2, "112233"),
    D(2, "122344"),
    E1(1, "123335"),
    E2(1, "123455"),
    F(2, "123456");

    private static final List<KishTable> TWELVE = Arrays.stream(values())
            .flatMap(table -> Collections.nCopies(table.inTwelve, table).stream())
            .toList();

    private final int inTwelve;
    private final String adult;

    KishTable(int inTwelve, String adult) {
        this.inTwelve = inTwelve;
        this.adult = adult;
    }

    /** The number of the adult to interview, from 1, in a household of so many adults. */
    public int adult(int adults) {
        if (adults < 1) {
            throw new IllegalArgumentException("adults: got " + adults + ", expected 1 or more");
        }
        return adult.charAt(Math.min(adults, adult.length()) - 1) - '0';
    }

    /** The probability that an adult, numbered from 1, is the one in a household of so many adults. */
    public static double probability(int adults, int number) {
        return Arrays.stream(values())
                        .filter(table -> table.adult(adults) == number)
                        .mapToInt(table -> table.inTwelve)
                        .sum()
                / 12.0;
    }

    /** Tables for so many households, in blocks of twelve in random order. */
    static List<KishTable> assign(int households, RandomStream random) {
        KishTable[] tables = new KishTable[households];
        int[] block = new int[TWELVE.size()];
        for (int h = 0; h < households; h++) {
            if (h % block.length == 0) {
                Arrays.setAll(block, i -> i);
                random.shuffle(block, block.length);
            }
            tables[h] = TWELVE.get(block[h % block.length]);
        }
        return List.of(tables);
    }
}
