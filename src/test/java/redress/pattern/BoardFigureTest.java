package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.web.ViewExamples;

class BoardFigureTest {

    @ParameterizedTest
    @CsvSource({
        "complaints, 1, Stage: most often Closed (1 complaint)",
        "complaints, 2, Stage: most often Closed (2 complaints)",
        "allegations, 1, Stage: most often Closed (1 allegation)",
        "allegations, 1200, 'Stage: most often Closed (1,200 allegations)'"
    })
    void the_title_of_a_board_counts_as_one_speaks(String countingUnit, long count, String title) {
        Dossier dossier = DossierTest.dossier(new Precinct().unit("police/D3"));
        Dossier.Board board = new Dossier.Board(
                "stage", countingUnit, List.of(new Dossier.Bar("CLOSED", "Closed", count, "stage")), 0);
        assertThat(new BoardFigure(dossier, board, ViewExamples.view("/desk/dossier")).title())
                .isEqualTo(title);
    }
}
