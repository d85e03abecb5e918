package org.suzhi.web.sampling;

import org.suzhi.sampling.Draw;
import org.suzhi.sampling.ListDraw;
import org.suzhi.sampling.ListMember;
import org.suzhi.sampling.SampleTable;

/** What comes out of a draw as files; the same draw gives the same bytes. */
public final class DrawFiles {
    private DrawFiles() {}

    public static String sample(Draw draw) {
        return SampleTable.units(draw, draw.sample());
    }

    public static String reserves(Draw draw) {
        return SampleTable.units(draw, draw.reserves());
    }

    /**
     * The cases that the draw makes when it is accepted, one a row; a line is that of the unit's list, from 1. A member of a
     * list has its number in place of a line.
     */
    public static String cases(Draw draw, ListDraw lists) {
        StringBuilder csv = new StringBuilder("case,psu,town,line,kish_table,base_weight,list,member\n");
        for (Draws.DrawnCase c : CaseLists.sample(draw.sample())) {
            csv.append(c.code())
                    .append(',')
                    .append(c.psu().unit().code())
                    .append(',')
                    .append(c.psu().unit().town())
                    .append(',')
                    .append(c.line())
                    .append(',')
                    .append(c.kishTable())
                    .append(',')
                    .append(c.psu().designWeight())
                    .append(",,\n");
        }
        for (Draws.ListCase c : CaseLists.members(lists)) {
            ListMember member = c.drawn().member();
            csv.append(String.join(
                            ",",
                            c.code(),
                            member.unit(),
                            member.town(),
                            "",
                            "",
                            String.valueOf(c.drawn().designWeight()),
                            member.list(),
                            member.member()))
                    .append('\n');
        }
        return csv.toString();
    }
}
