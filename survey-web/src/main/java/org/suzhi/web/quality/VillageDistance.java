package org.suzhi.web.quality;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.suzhi.response.DataType;
import org.suzhi.response.Item;
import org.suzhi.response.PublishedForm;

/** How far from the middle of its village an interview was held, where the form asks for a place. */
final class VillageDistance {
    private static final double EARTH_KILOMETRES = 6371.0088;

    private final Map<String, Centre> centres;
    private final List<String> places;

    /** @param centres by the village's code; those of the frame that have coordinates */
    VillageDistance(PublishedForm form, Map<String, Centre> centres) {
        this.centres = Map.copyOf(centres);
        places = form.items().stream()
                .filter(item -> item.type() == DataType.GEOPOINT)
                .map(Item::name)
                .toList();
    }

    /** Whether distances can be told at all. */
    boolean known() {
        return !centres.isEmpty() && !places.isEmpty();
    }

    /** Kilometres; empty where the response has no place, or its village no coordinates. */
    OptionalDouble kilometres(Interview interview) {
        Centre centre = centres.get(interview.psu());
        if (centre == null) {
            return OptionalDouble.empty();
        }
        return places.stream()
                .map(interview::answer)
                .filter(answer -> !answer.isEmpty())
                .mapToDouble(answer -> kilometres(centre, answer))
                .findFirst();
    }

    /** From a checked answer: latitude, longitude and more, with blanks between. */
    private static double kilometres(Centre centre, String answer) {
        String[] numbers = answer.strip().split("\\s+", -1);
        return greatCircle(centre, Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    /** The haversine formula on a sphere of the earth's mean radius; good to half a percent. */
    static double greatCircle(Centre from, double latitude, double longitude) {
        double north = Math.toRadians(latitude - from.latitude());
        double east = Math.toRadians(longitude - from.longitude());
        double h = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
