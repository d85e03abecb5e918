package org.suzhi.web.sampling;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.sampling.ListMember;
import org.suzhi.sampling.SecondStage;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.SurveyCase;

/** Cases as surveyors get them: whom to look for, in words. */
@Component
class NewCases {
    private final MessageSource messages;

    NewCases(MessageSource messages) {
        this.messages = messages;
    }

    NewCase of(Draws.DrawnCase c, SecondStage stage, Locale locale) {
        String where = messages.getMessage(
                "draw.case." + stage.code(),
                new Object[] {c.psu().unit().name(), String.valueOf(c.line()), c.kishTable()},
                locale);
        return new NewCase(
                c.code(), c.psu().unit().code(), c.psu().unit().town(), new SurveyCase.Contact(where, "", ""));
    }

    /** A member of a list is a unit of its own; who it is, is known to those who keep the list. */
    NewCase of(Draws.ListCase c, Locale locale) {
        ListMember member = c.drawn().member();
        String where = messages.getMessage(
                "draw.case.list",
                new Object[] {member.list(), member.member(), member.stratum(), member.unit()},
                locale);
        return new NewCase(c.code(), c.code(), member.town(), new SurveyCase.Contact(where, "", ""));
    }
}
