package org.suzhi.sample;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A fictional county of about 190,000 adults with a known truth for each year: everything follows from the seed.
 *
 * <p>Towns bear the names of a real county; villages, people, answers and totals are invented.
 */
public final class SampleCounty {

    /** The seed of the committed files and of the demonstration. */
    public static final long DEMONSTRATION_SEED = 20_250_613L;

    public static final int FIRST_YEAR = 2021;
    public static final int LAST_YEAR = 2025;

    private final long seed;
    private final List<Town> towns = Town.all();
    private final List<Stratum> strata = Stratum.all();
    private final List<Village> villages = Village.all();
    private final AnswerModel answerModel = AnswerModel.ofQuestionnaire();
    private final Population population;
    private final Map<Integer, Census> censuses = new ConcurrentHashMap<>();

    private SampleCounty(long seed) {
        this.seed = seed;
        population = new Population(seed, villages);
    }

    public static SampleCounty of(long seed) {
        return new SampleCounty(seed);
    }

    public List<Town> towns() {
        return towns;
    }

    public List<Stratum> strata() {
        return strata;
    }

    /** The sampling frame of stage one, ordered by town. */
    public List<Village> villages() {
        return villages;
    }

    /** Adults in the county. */
    public int adults() {
        return population.size();
    }

    /** The margins sex by age band, education, residence and town of a year. */
    public List<Margin> margins(int year) {
        return census(year).margins();
    }

    /** The true rates of a year: the whole county first, then by group, town, sex, age, education and residence. */
    public List<Truth> truth(int year) {
        return census(year).truths();
    }

    /** The wave of a year. */
    public Wave wave(int year) {
        return wave(year, 0);
    }

    /** Another draw of the same design from the same population; draw 0 is {@link #wave(int)}. */
    public Wave wave(int year, int draw) {
        requireYear(year);
        return new Wave(this, year, draw);
    }

    /**
     * What comes of inviting an adult.
     *
     * @param village place in {@link #villages}, from 0
     * @param line place in the village's register, from 1
     * @param draw names the chances of taking part; another draw, another mood
     */
    public Invited invite(int village, int line, int year, int draw) {
        requireYear(year);
        Person person = population.person(village, line - 1, year);
        boolean takesPart =
                Nonresponse.takesPart(person, RandomStream.of(seed, Purpose.NONRESPONSE, year, draw, person.id()));
        return new Invited(
                person,
                takesPart
                        ? OptionalInt.of(answerModel.score(
                                answerStream(person, year), population.ability(person, village, year)))
                        : OptionalInt.empty());
    }

    long seed() {
        return seed;
    }

    Population population() {
        return population;
    }

    AnswerModel answerModel() {
        return answerModel;
    }

    RandomStream answerStream(Person person, int year) {
        return RandomStream.of(seed, Purpose.ANSWERS, person.id(), year, 0);
    }

    private Census census(int year) {
        requireYear(year);
        return censuses.computeIfAbsent(year, this::takeCensus);
    }

    private Census takeCensus(int year) {
        Census census = new Census(year, towns);
        for (int v = 0; v < villages.size(); v++) {
            for (int i = 0; i < villages.get(v).adults(); i++) {
                Person person = population.person(v, i, year);
                double ability = population.ability(person, v, year);
                census.count(person, answerModel.score(answerStream(person, year), ability));
            }
        }
        return census;
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "Year %d has no wave: the sample county has waves %d to %d".formatted(year, FIRST_YEAR, LAST_YEAR));
        }
    }
}
