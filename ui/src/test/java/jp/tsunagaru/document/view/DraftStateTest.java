package jp.tsunagaru.document.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.VitalSign;
import org.junit.jupiter.api.Test;

class DraftStateTest {
  @Test
  void whatWasTypedComesBackAsItWas() {
    DraftState draft =
        new DraftState(
            "「𠮷田」様\n\"引用\"",
            LocalDate.of(2026, 11, 22),
            Set.of("服薬", "相談"),
            new Visibility(
                Visibility.Scope.SELECTED,
                Set.of(AccountId.next()),
                Set.of(GroupId.next()),
                Set.of()),
            List.of(AttachmentId.next(), AttachmentId.next()),
            new PartsDraft(
                "2026-11-22T09:30",
                Map.of(VitalSign.TEMPERATURE, "36.", VitalSign.PULSE, "はち十"),
                List.of(
                    new PartsDraft.MedicineDraft(
                        "", MedicineStep.START, "ノルバスク", "", "1錠", "", "2026-11-22", "", "")),
                List.of(new PartsDraft.ResultDraft("Alb", "", "", ""))),
            3,
            "誤記");
    assertThat(DraftState.parse(draft.toJson())).contains(draft);
  }

  @Test
  void aDraftWithoutReadableDateKeepsItsText() {
    DraftState draft =
        new DraftState("書きかけ", null, Set.of(), Visibility.TEAM, List.of(), PartsDraft.NONE, 0, "");
    assertThat(DraftState.parse(draft.toJson())).contains(draft);
  }

  @Test
  void aDraftOfAnotherReleaseLosesOnlyWhatItDoesNotKnow() {
    assertThat(
            DraftState.parse(
                "{\"text\":\"残る\",\"scope\":\"MOON\",\"professions\":[\"NURSE\",\"X\"],\"new\":1}"))
        .hasValueSatisfying(draft -> {
          assertThat(draft.text()).isEqualTo("残る");
          assertThat(draft.visibility().scope()).isEqualTo(Visibility.Scope.TEAM);
          assertThat(draft.visibility().professions()).hasSize(1);
        });
  }

  @Test
  void somethingThatIsNoDraftIsNoDraft() {
    assertThat(DraftState.parse("")).isEmpty();
    assertThat(DraftState.parse("<html>")).isEmpty();
    assertThat(DraftState.parse("[1,2]")).isEmpty();
  }
}
