package org.suzhi.web.division;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.web.fieldwork.FileProblem;

/**
 * A division of work as read from its files.
 *
 * @param problems everything that is wrong; a division with problems must not be stored
 */
public record DivisionReading(Division division, List<Found> problems) {
    /** Something wrong in one of the files. */
    public record Found(DivisionFile file, FileProblem problem) {}

    public DivisionReading {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the files; nothing is stored.
     *
     * @param files their bytes; those that are not needed may be left out
     * @param groups codes of the survey's priority groups
     * @param towns codes of the survey's towns
     */
    public static DivisionReading of(Map<DivisionFile, byte[]> files, Set<String> groups, Set<String> towns) {
        List<Found> problems = new ArrayList<>();
        WorkFile work = WorkFile.read(bytes(files, DivisionFile.WORK));
        add(problems, DivisionFile.WORK, work.problems());
        // Nothing is held against an annex that is itself to be put right.
        WorkFile annex = work.problems().isEmpty() ? work : new WorkFile(List.of(), List.of());
        List<Unit> units = work.units();
        if (files.containsKey(DivisionFile.UNITS)) {
            UnitFile file = UnitFile.read(bytes(files, DivisionFile.UNITS), annex, towns);
            add(problems, DivisionFile.UNITS, file.problems());
            units = file.units();
        }
        List<Action> actions = annex.actions();
        if (files.containsKey(DivisionFile.GROUPS)) {
            GroupFile file = GroupFile.read(bytes(files, DivisionFile.GROUPS), actions, groups);
            add(problems, DivisionFile.GROUPS, file.problems());
            actions = file.actions();
        }
        List<PlanTarget> targets = List.of();
        if (files.containsKey(DivisionFile.TARGETS)) {
            TargetFile file = TargetFile.read(bytes(files, DivisionFile.TARGETS), actions);
            add(problems, DivisionFile.TARGETS, file.problems());
            targets = file.targets();
        }
        List<Phase> phases = List.of();
        if (files.containsKey(DivisionFile.SCHEDULE)) {
            ScheduleFile file = ScheduleFile.read(bytes(files, DivisionFile.SCHEDULE));
            add(problems, DivisionFile.SCHEDULE, file.problems());
            phases = file.phases();
        }
        List<Obligation> obligations = List.of();
        if (files.containsKey(DivisionFile.OBLIGATIONS)) {
            ObligationFile file = ObligationFile.read(bytes(files, DivisionFile.OBLIGATIONS));
            add(problems, DivisionFile.OBLIGATIONS, file.problems());
            obligations = file.obligations();
        }
        return new DivisionReading(new Division(units, actions, targets, phases, obligations), problems);
    }

    private static byte[] bytes(Map<DivisionFile, byte[]> files, DivisionFile file) {
        return files.getOrDefault(file, new byte[0]);
    }

    private static void add(List<Found> all, DivisionFile file, List<FileProblem> problems) {
        problems.forEach(problem -> all.add(new Found(file, problem)));
    }
}
