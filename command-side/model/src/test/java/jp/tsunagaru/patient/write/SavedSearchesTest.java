package jp.tsunagaru.patient.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.SavedSearch;
import jp.tsunagaru.patient.SavedSearchId;
import jp.tsunagaru.patient.command.RemoveSearch;
import jp.tsunagaru.patient.command.SaveSearch;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SavedSearchesTest {
  private final RunningAccounts application = RunningAccounts.get();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final Sealer sealer = application.bean(Sealer.class);
  private final SavedSearches searches =
      new SavedSearches(jdbc, sealer, application.bean(Clock.class));
  private final AccountId owner = People.nurse().id();

  @BeforeEach
  void empty() {
    jdbc.sql("truncate guard.saved_search").update();
  }

  @Test
  void a_search_is_kept_sealed_under_its_owner() {
    SavedSearch search = new SavedSearch("山田さんの家族", "やまだ\nstate=STOPPED");
    searches.handle(new SaveSearch(owner, SavedSearchId.next(), search));

    byte[] sealed = sealed().getFirst();
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("山田");
    assertThat(sealer.sealed(Subject.of(owner), sealed, SavedSearch.class).read()).contains(search);
  }

  @Test
  void saved_again_it_is_replaced_and_removed_it_is_gone() {
    SavedSearchId id = SavedSearchId.next();
    searches.handle(new SaveSearch(owner, id, new SavedSearch("一", "")));
    searches.handle(new SaveSearch(owner, id, new SavedSearch("二", "")));
    assertThat(sealed()).hasSize(1);

    searches.handle(new RemoveSearch(People.nurse().id(), id));
    assertThat(sealed()).as("somebody else's command").hasSize(1);
    searches.handle(new RemoveSearch(owner, id));
    searches.handle(new RemoveSearch(owner, id));
    assertThat(sealed()).isEmpty();
  }

  @Test
  void a_name_is_needed_and_thirty_are_enough() {
    assertThatThrownBy(() -> new SaveSearch(owner, SavedSearchId.next(), new SavedSearch(" ", "")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.FIELD_REQUIRED));
    for (int i = 0; i < 30; i++) {
      searches.handle(new SaveSearch(owner, SavedSearchId.next(), new SavedSearch("検索", "")));
    }
    assertThatThrownBy(() ->
            searches.handle(new SaveSearch(owner, SavedSearchId.next(), new SavedSearch("検索", ""))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.TOO_MANY_SEARCHES));
  }

  private List<byte[]> sealed() {
    return jdbc.sql("select sealed from guard.saved_search where account_id = ?")
        .param(owner.value())
        .query((row, number) -> row.getBytes(1))
        .list();
  }
}
