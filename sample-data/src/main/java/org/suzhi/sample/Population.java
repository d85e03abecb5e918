package org.suzhi.sample;

import java.util.List;

/**
 * The register of fictional adults, computed person by person from the seed: nobody is stored.
 *
 * <p>A place in the register keeps its village, sex, age and lasting ability through all years, so that the county's
 * make-up by sex, age and place stands still; schooling rises a little from year to year and occupation follows it.
 */
final class Population {

    private static final double[] URBAN_AGES = {22, 24, 22, 20, 12};
    private static final double[] RURAL_AGES = {15, 18, 20, 27, 20};
    private static final double[] SCHOOLING_BY_AGE = {1.7, 0.95, 0, -0.7, -1.5};
    private static final double[] SCHOOLING_CUTS = {-0.94, 1.386, 2.587, 3.89};
    private static final double SCHOOLING_URBAN = 0.9;
    private static final double SCHOOLING_PER_YEAR = 0.05;

    private static final double[] ABILITY_BY_EDUCATION = {-0.38, 0, 0.30, 0.50, 0.85};
    private static final double[] ABILITY_BY_AGE = {0.10, 0.06, 0, -0.08, -0.2};
    private static final double ABILITY_URBAN = 0.08;
    private static final double ABILITY_MALE = 0.12;
    private static final double ABILITY_PER_YEAR = 0.05;
    private static final double LASTING_SD = 0.62;
    private static final double YEARLY_SD = 0.25;
    private static final double VILLAGE_SD = 0.12;

    private final long seed;
    private final List<Village> villages;
    private final LivelihoodModel livelihoods = new LivelihoodModel();
    private final int[] firstId;
    private final double[] villageEffect;

    Population(long seed, List<Village> villages) {
        this.seed = seed;
        this.villages = List.copyOf(villages);
        firstId = new int[villages.size() + 1];
        villageEffect = new double[villages.size()];
        for (int v = 0; v < villages.size(); v++) {
            firstId[v + 1] = firstId[v] + villages.get(v).adults();
            villageEffect[v] = VILLAGE_SD
                    * RandomStream.of(seed, Purpose.VILLAGE_EFFECT, v, 0, 0).normal();
        }
    }

    int size() {
        return firstId[villages.size()];
    }

    /** The {@code i}-th adult (from 0) of the {@code v}-th village of the frame. */
    Person person(int v, int i, int year) {
        Village village = villages.get(v);
        int id = firstId[v] + i;
        RandomStream random = RandomStream.of(seed, Purpose.PERSON, id, 0, 0);
        Sex sex = random.uniform() < 0.51 ? Sex.MALE : Sex.FEMALE;
        AgeBand ageBand =
                AgeBand.ofLevel(random.index(village.residence() == Residence.URBAN ? URBAN_AGES : RURAL_AGES));
        int age = ageBand.youngest() + random.below(ageBand.years());
        Education education = education(random.logistic(), ageBand, village.residence(), year);
        Occupation occupation = livelihoods.occupation(random, sex, ageBand, education, village.residence());
        return new Person(id, village, sex, age, education, occupation, livelihoods.employer(random, occupation));
    }

    /** Latent ability in logits, 0 for a rural woman in her forties with junior schooling in 2025. */
    double ability(Person person, int v, int year) {
        double lasting =
                RandomStream.of(seed, Purpose.ABILITY, person.id(), 0, 0).normal();
        double yearly =
                RandomStream.of(seed, Purpose.ABILITY, person.id(), year, 0).normal();
        return ABILITY_BY_EDUCATION[person.education().level()]
                + ABILITY_BY_AGE[person.ageBand().level()]
                + livelihoods.ability(person.occupation())
                + (person.village().residence() == Residence.URBAN ? ABILITY_URBAN : 0)
                + (person.sex() == Sex.MALE ? ABILITY_MALE : 0)
                + ABILITY_PER_YEAR * (year - 2025)
                + villageEffect[v]
                + LASTING_SD * lasting
                + YEARLY_SD * yearly;
    }

    private static Education education(double logistic, AgeBand ageBand, Residence residence, int year) {
        double schooling = logistic
                + SCHOOLING_BY_AGE[ageBand.level()]
                + (residence == Residence.URBAN ? SCHOOLING_URBAN : 0)
                + SCHOOLING_PER_YEAR * (year - 2025);
        int level = 0;
        while (level < SCHOOLING_CUTS.length && schooling > SCHOOLING_CUTS[level]) {
            level++;
        }
        return Education.ofLevel(level);
    }
}
