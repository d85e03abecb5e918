package org.suzhi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How occupation depends on education, age, residence and sex, and the employer on the occupation.
 *
 * <p>The weight of an occupation is the product of its entries for the person's levels in domain/occupations.csv, all
 * invented; its employer is drawn from the shares in the same row.
 */
final class LivelihoodModel {

    private static final List<Employer> EMPLOYERS = List.of(Employer.values());

    private final CsvTable table = CsvTable.ofResource("domain/occupations.csv");
    private final List<Occupation> occupations = new ArrayList<>();
    private final double[][] entries =
            new double[table.rows().size()][table.header().size()];
    private final int firstEducation = table.column(Education.PRIMARY.code());
    private final int firstAgeBand = table.column(AgeBand.FROM_18.code());
    private final int urban = table.column(Residence.URBAN.code());
    private final int rural = table.column(Residence.RURAL.code());
    private final int male = table.column(Sex.MALE.code());
    private final int female = table.column(Sex.FEMALE.code());
    private final int firstEmployer = table.column(Employer.HOUSEHOLD.code());
    private final int ability = table.column("ability");

    LivelihoodModel() {
        for (int o = 0; o < entries.length; o++) {
            List<String> row = table.rows().get(o);
            occupations.add(Occupation.ofCode(row.get(0)));
            for (int c = 1; c < row.size(); c++) {
                entries[o][c] = Double.parseDouble(row.get(c));
            }
        }
    }

    Occupation occupation(RandomStream random, Sex sex, AgeBand ageBand, Education education, Residence residence) {
        double[] weights = new double[entries.length];
        for (int o = 0; o < weights.length; o++) {
            weights[o] = entries[o][firstEducation + education.level()]
                    * entries[o][firstAgeBand + ageBand.level()]
                    * entries[o][residence == Residence.URBAN ? urban : rural]
                    * entries[o][sex == Sex.MALE ? male : female];
        }
        return occupations.get(random.index(weights));
    }

    /** Empty for those who are not asked for one. */
    Optional<Employer> employer(RandomStream random, Occupation occupation) {
        if (!occupation.works()) {
            return Optional.empty();
        }
        double[] weights = new double[EMPLOYERS.size()];
        System.arraycopy(row(occupation), firstEmployer, weights, 0, weights.length);
        return Optional.of(EMPLOYERS.get(random.index(weights)));
    }

    /** What the occupation adds to the latent ability, in logits. */
    double ability(Occupation occupation) {
        return row(occupation)[ability];
    }

    private double[] row(Occupation occupation) {
        return entries[occupations.indexOf(occupation)];
    }
}
