package redress.launch.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the records of the demo country: units, officers, postings and complaints as CSV files, ready for the importer
 * with {@code config/import/demo.yaml}. The country, its people and everything that happens there are invented; the
 * same seed gives the same files, byte for byte.
 */
public final class DemoCountry {

    /** The seed of the demo that {@code ./redress demo} shows and that docs/demo.md describes. */
    public static final long SEED = 2026;

    private DemoCountry() {}

    /**
     * How much was made.
     *
     * @param units units of the three forces
     * @param officers people
     * @param postings times of service in a unit, commands included
     * @param complaints complaints
     * @param allegations one for each category and subject
     */
    public record Figures(int units, int officers, int postings, int complaints, int allegations) {}

    /** {@code DemoCountry OUTDIR [--seed N]} */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 && !(arguments.length == 3 && arguments[1].equals("--seed"))) {
            System.err.println("Use: DemoCountry OUTDIR [--seed N]");
            System.exit(2);
        }
        long seed = arguments.length == 3 ? Long.parseLong(arguments[2]) : SEED;
        System.out.println(write(Path.of(arguments[0]), seed));
    }

    /** Writes the files into a folder, which is made where it does not exist. */
    public static Figures write(Path folder, long seed) throws IOException {
        Country country = Country.read(seed);
        Names names = new Names(country);
        List<Unit> units = UnitTree.of(country);
        List<Officer> officers = Recruits.of(country, names);
        Service service = Careers.of(country, units, officers);
        Cases cases = new Cases(country, service, names);
        Events.of(country, units).forEach(cases::write);
        Files.createDirectories(folder);
        units(units).write(folder);
        officers(officers).write(folder);
        postings(service).write(folder);
        cases.complaints.write(folder);
        cases.allegations.write(folder);
        cases.persons.write(folder);
        cases.planted.write(folder);
        return new Figures(
                units.size(),
                officers.size(),
                service.postings().size(),
                cases.complaints.size(),
                cases.allegations.size());
    }

    private static Sheet units(List<Unit> units) {
        Sheet sheet = new Sheet("units.csv", "code,institution,parent,name,kind,opened_on,closed_on");
        units.forEach(
                u -> sheet.row(u.code(), u.institution(), u.parent(), u.name(), u.kind(), u.opened(), u.closed()));
        return sheet;
    }

    private static Sheet officers(List<Officer> officers) {
        Sheet sheet = new Sheet(
                "officers.csv",
                "key,institution,given_name,family_name,sex,birth_year,badge,grade,appointed_on,left_on");
        officers.forEach(o -> sheet.row(
                o.key(),
                o.institution(),
                o.given(),
                o.family(),
                o.sex(),
                o.birthYear(),
                o.badge(),
                o.grade(),
                o.appointed(),
                o.left()));
        return sheet;
    }

    private static Sheet postings(Service service) {
        Sheet sheet = new Sheet("postings.csv", "key,officer,institution,unit,from_on,to_on,role");
        service.postings()
                .forEach(p -> sheet.row(
                        p.officer().key() + "@" + p.from(),
                        p.officer().key(),
                        p.officer().institution(),
                        p.unit().code(),
                        p.from(),
                        p.to(),
                        p.commands() ? "COMMANDER" : "MEMBER"));
        return sheet;
    }
}
