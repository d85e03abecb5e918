package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jaxen.JaxenException;

/**
 * Functions of places, on a sphere of the Earth's equatorial radius, 6,378,100 m, as ODK clients have it. A place is
 * "latitude longitude altitude accuracy" in degrees and metres; a line is places with ";" between. Results are to two
 * decimals.
 */
final class GeoFunctions {
    private static final double RADIUS = 6_378_100;

    private record Place(double latitude, double longitude) {}

    private GeoFunctions() {}

    static void addTo(Map<String, OdkFunction> functions) {
        functions.put("area", new OdkFunction(1, OdkFunction.ANY, a -> hundredths(area(places(a)))));
        functions.put("distance", new OdkFunction(1, OdkFunction.ANY, a -> {
            List<Place> places = places(a);
            double metres = 0;
            for (int i = 1; i < places.size(); i++) {
                metres += distance(places.get(i - 1), places.get(i));
            }
            return hundredths(metres);
        }));
        functions.put("geofence", new OdkFunction(2, 2, a -> {
            List<Place> point = parse(a.text(0));
            return !point.isEmpty() && inside(point.get(0), parse(a.text(1)));
        }));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static List<Place> places(Arguments a) throws JaxenException {
        var places = new ArrayList<Place>();
        for (Object value : a.spread(0)) {
            places.addAll(parse(Values.string(value)));
        }
        return places;
    }

    private static List<Place> parse(String text) {
        var places = new ArrayList<Place>();
        for (String point : text.split(";", -1)) {
            String[] parts = point.strip().split("\\s+", -1);
            if (parts.length >= 2 && Values.isPlainNumber(parts[0]) && Values.isPlainNumber(parts[1])) {
                places.add(new Place(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
            }
        }
        return places;
    }

    /** The haversine formula. */
    private static double distance(Place a, Place b) {
        double dLat = Math.toRadians(b.latitude - a.latitude) / 2;
        double dLon = Math.toRadians(b.longitude - a.longitude) / 2;
        double h = Math.pow(Math.sin(dLat), 2)
                + Math.cos(Math.toRadians(a.latitude))
                        * Math.cos(Math.toRadians(b.latitude))
                        * Math.pow(Math.sin(dLon), 2);
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** The area of a small polygon, projected along its parallels. */
    private static double area(List<Place> ring) {
        if (ring.size() < 3) {
            return 0;
        }
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Place a = ring.get(i);
            Place b = ring.get((i + 1) % ring.size());
            twice += Math.toRadians(b.longitude - a.longitude)
                    * (2 + Math.sin(Math.toRadians(a.latitude)) + Math.sin(Math.toRadians(b.latitude)));
        }
        return Math.abs(twice) * RADIUS * RADIUS / 2;
    }

    private static boolean inside(Place p, List<Place> ring) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            Place a = ring.get(i);
            Place b = ring.get(j);
            boolean crosses = (a.latitude > p.latitude) != (b.latitude > p.latitude)
                    && p.longitude
                            < (b.longitude - a.longitude) * (p.latitude - a.latitude) / (b.latitude - a.latitude)
                                    + a.longitude;
            inside ^= crosses;
        }
        return inside;
    }
}
