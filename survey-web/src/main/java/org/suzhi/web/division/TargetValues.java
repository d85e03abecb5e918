package org.suzhi.web.division;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entered values of targets. */
public interface TargetValues {
    /** All values of a survey, the newest day first, of a day the last entered first; withdrawn ones too. */
    List<TargetValue> all(long surveyId);

    /** Adds a value; a null user is the server itself. */
    long add(long surveyId, NewValue value, @Nullable Long enteredBy);

    /** Withdraws a value of a survey; false where there is none, or it is withdrawn already. */
    boolean withdraw(long surveyId, long valueId, String reason, long withdrawnBy);

    Optional<Evidence> evidence(long surveyId, long valueId);
}
