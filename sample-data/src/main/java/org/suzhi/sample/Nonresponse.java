package org.suzhi.sample;

/** Who takes part: the chance rises with education and a little with age, whatever the ability. */
final class Nonresponse {

    private static final double[] BY_EDUCATION = {0.38, 0.53, 0.70, 0.83, 0.90};
    private static final double[] BY_AGE = {0.90, 0.95, 1.0, 1.05, 1.08};

    private Nonresponse() {}

    static boolean takesPart(Person person, RandomStream random) {
        return random.uniform()
                < BY_EDUCATION[person.education().level()]
                        * BY_AGE[person.ageBand().level()];
    }
}
