package org.suzhi.web.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws responses for call-backs: of each interviewer the given share, rounded up, by simple random sampling. The same seed
 * on the same responses draws the same again.
 */
final class CallBackDraw {
    private CallBackDraw() {}

    static List<Long> draw(List<Interview> interviews, double share, long seed) {
        Map<Long, List<Long>> byInterviewer = new LinkedHashMap<>();
        interviews.stream()
                .sorted(Comparator.comparingLong(Interview::number))
                .forEach(i -> byInterviewer
                        .computeIfAbsent(i.interviewer().orElse(0), w -> new ArrayList<>())
                        .add(i.number()));
        List<Long> drawn = new ArrayList<>();
        byInterviewer.forEach((interviewer, numbers) -> {
            Collections.shuffle(numbers, new Random(seed * 31 + interviewer));
            drawn.addAll(numbers.subList(0, (int) Math.ceil(share * numbers.size())));
        });
        Collections.sort(drawn);
        return drawn;
    }
}
