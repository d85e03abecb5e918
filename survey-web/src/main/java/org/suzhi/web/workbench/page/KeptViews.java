package org.suzhi.web.workbench.page;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.AnalysisResult;

/** Results in words and charts, drawn once for each language and kept as long as the result itself. */
@Component
class KeptViews {
    private final Map<AnalysisResult, Map<Locale, ResultView>> views = Collections.synchronizedMap(new WeakHashMap<>());

    ResultView of(AnalysisResult result, Locale locale, Supplier<ResultView> reading) {
        return views.computeIfAbsent(result, r -> new ConcurrentHashMap<>())
                .computeIfAbsent(locale, l -> reading.get());
    }
}
