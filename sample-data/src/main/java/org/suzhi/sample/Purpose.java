package org.suzhi.sample;

/** What a stream of random numbers is for; streams of different purposes share no numbers. */
enum Purpose {
    PERSON(1),
    ABILITY(2),
    VILLAGE_EFFECT(3),
    ANSWERS(4),
    OPINIONS(5),
    STAGE_ONE(6),
    STAGE_TWO(7),
    NONRESPONSE(8),
    INTERVIEW(9),
    OUTCOME(10);

    private final long key;

    Purpose(long key) {
        this.key = key;
    }

    long key() {
        return key;
    }
}
