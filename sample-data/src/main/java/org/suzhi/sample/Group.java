package org.suzhi.sample;

/** The priority groups, which may overlap, and the state of belonging to none; the rules are the questionnaire's own. */
public enum Group {
    YOUTH("youth"),
    FARMERS("farmers"),
    WORKERS("workers"),
    ELDERLY("elderly"),
    CADRES("cadres"),
    NO_GROUP("no_group");

    private final String code;

    Group(String code) {
        this.code = code;
    }

    /** The name of the flag in the questionnaire. */
    public String code() {
        return code;
    }

    public boolean contains(Person person) {
        return switch (this) {
            case YOUTH -> person.ageBand() == AgeBand.FROM_18;
            case FARMERS -> person.occupation() == Occupation.FARMER;
            case WORKERS ->
                person.occupation() == Occupation.WORKER && person.worksFor(Employer.PRIVATE, Employer.STATE);
            case ELDERLY -> person.ageBand() == AgeBand.FROM_60;
            case CADRES ->
                person.occupation() == Occupation.OFFICIAL
                        && person.worksFor(Employer.GOVERNMENT, Employer.INSTITUTION);
            case NO_GROUP ->
                !YOUTH.contains(person)
                        && !FARMERS.contains(person)
                        && !WORKERS.contains(person)
                        && !ELDERLY.contains(person)
                        && !CADRES.contains(person);
        };
    }
}
