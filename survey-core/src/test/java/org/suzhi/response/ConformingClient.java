package org.suzhi.response;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.suzhi.questionnaire.logic.InstanceNode;

/** Fills in a form as a client does: what is relevant, within choices and constraints, at random from a seed. */
final class ConformingClient {
    private static final int TRIES = 400;

    /** A node of the interview with its item. */
    record Place(FormItem item, InstanceNode node) {}

    private final PublishedForm form;
    private final Random random;
    private final Interview interview;
    private final InstanceNode document;

    ConformingClient(PublishedForm form, long seed, Clock now) {
        this.form = form;
        this.random = new Random(seed);
        InstanceNode empty = InstanceNode.document();
        addEmpty(form.root(), empty);
        var alignment = Alignment.of(form, empty.root(), new ArrayList<>());
        this.document = alignment.document();
        this.interview = new Interview(form, alignment, now);
        for (int round = 0; round < 3; round++) {
            form.all().forEach(this::answer);
            interview.compute();
            places().forEach(place -> {
                if (!place.node().isRelevant()) {
                    place.node().setText("");
                }
            });
        }
        interview.compute();
    }

    private void addEmpty(FormItem item, InstanceNode parent) {
        int times = item.repeat ? 1 + random.nextInt(2) : 1;
        for (int i = 0; i < times; i++) {
            InstanceNode node = parent.add(item.name);
            item.children.forEach(child -> addEmpty(child, node));
        }
    }

    private void answer(FormItem item) {
        if (item.isGroup()) {
            return;
        }
        for (InstanceNode node : interview.nodes(item)) {
            interview.compute();
            if (item.name.equals("instanceID")) {
                node.setText("uuid:" + new java.util.UUID(random.nextLong(), random.nextLong()));
            } else if (!item.preload.isEmpty()) {
                node.setText(preloaded(item));
            } else if (item.calculate != null && !item.repeatable && node.text().isEmpty()) {
                node.setText(item.calculate.string(interview.evaluation(), node));
            } else if (item.control != Control.NONE && item.calculate == null && node.isRelevant()) {
                choose(item, node);
            }
        }
    }

    private static String preloaded(FormItem item) {
        return switch (item.type) {
            case DATE -> "2025-07-01";
            case DATE_TIME -> "2025-07-01T09:00:00.000+08:00";
            default -> "collect:1";
        };
    }

    private void choose(FormItem item, InstanceNode node) {
        boolean required = item.required != null && interview.holds(item.required, node, false);
        if (!required && random.nextInt(4) == 0) {
            node.setText("");
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            node.setText(candidate(item, node));
            if (node.text().isEmpty() || item.constraint == null || interview.holds(item.constraint, node, true)) {
                return;
            }
        }
        if (required) {
            throw new AssertionError("no value found for " + item.path + " within " + item.constraint);
        }
        node.setText("");
    }

    private String candidate(FormItem item, InstanceNode node) {
        if (!item.choices.isEmpty()) {
            List<String> offered = new ArrayList<>(item.choices.stream()
                    .flatMap(list -> list.all().keySet().stream()
                            .filter(value -> list.offers(interview.evaluation(), node, value)))
                    .toList());
            Collections.shuffle(offered, random);
            boolean many = item.control == Control.SELECT_MULTIPLE && !offered.isEmpty();
            int count = many ? 1 + random.nextInt(offered.size()) : item.control == Control.RANK ? offered.size() : 1;
            return String.join(" ", offered.subList(0, Math.min(count, offered.size())));
        }
        if (item.control == Control.TRIGGER) {
            return "OK";
        }
        if (item.range != null) {
            return String.valueOf((int) item.range.start());
        }
        return switch (item.type) {
            case INT -> String.valueOf(random.nextInt(random.nextBoolean() ? 12 : 120));
            case DECIMAL -> String.valueOf(random.nextInt(2000) / 100.0);
            case DATE ->
                "20%02d-%02d-%02d".formatted(random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case TIME -> "10:30:00.000+08:00";
            case DATE_TIME -> "2025-06-30T10:30:00.000+08:00";
            case GEOPOINT -> "24.36 114.49 120.0 5.0";
            case GEOTRACE, GEOSHAPE -> "24.36 114.49 0 0;24.37 114.5 0 0;24.36 114.49 0 0";
            case BINARY -> "photo.jpg";
            case BOOLEAN -> "true";
            case STRING -> random.nextBoolean() ? "连平县" : "a@b.cn";
        };
    }

    List<Place> places() {
        var places = new ArrayList<Place>();
        for (FormItem item : form.all()) {
            if (!item.isGroup()) {
                interview.nodes(item).forEach(node -> places.add(new Place(item, node)));
            }
        }
        return places;
    }

    Random random() {
        return random;
    }

    Interview interview() {
        return interview;
    }

    String xml() {
        var out = new StringBuilder();
        write(document.root(), out, true);
        return out.toString();
    }

    private void write(InstanceNode node, StringBuilder out, boolean isRoot) {
        boolean leftOut = node.childCount() == 0 && node.text().isEmpty() && random.nextBoolean();
        if (leftOut) {
            return;
        }
        out.append('<').append(node.name());
        if (isRoot) {
            out.append(" id=\"")
                    .append(form.formId())
                    .append("\" version=\"")
                    .append(form.version())
                    .append('"');
        }
        out.append('>').append(node.text().replace("&", "&amp;").replace("<", "&lt;"));
        node.children().forEach(child -> write(child, out, false));
        out.append("</").append(node.name()).append('>');
    }
}
