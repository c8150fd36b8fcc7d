package jp.tsunagaru.facility.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.RegisteredContent;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.facility.query.FacilitySheet.Kind;
import jp.tsunagaru.facility.query.FacilityTasks;
import jp.tsunagaru.facility.query.FindFacilityTasks;
import jp.tsunagaru.facility.query.GetFacility;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 施設情報, as its steps add up. */
@Component
class FacilitySheets {
  /** What a destroyed key leaves of a person's name. */
  private static final FacilityPeople ERASED = new FacilityPeople("―", "");

  private static final String STEPS =
      """
      select s.*, coalesce(a.name, '') as name, coalesce(b.name, '') as appointed
        from view.facility_step s
        left join view.account a on a.account_id = s.account_id
        left join view.account b on b.account_id = s.appointed_id
       where s.facility_id = ?
       order by s.version
      """;

  /** Facilities by what waits for the city; a step that settles a wish is newer than it. */
  static final String WAITING =
      """
      select w.facility_id,
             bool_or(w.kind = 'CHANGE_REQUESTED') as change_waits,
             max(w.abolition_on) as abolition_on
        from view.facility_step w
       where w.kind in ('CHANGE_REQUESTED', 'ABOLITION_REQUESTED')
         and not exists (
           select 1 from view.facility_step n
            where n.facility_id = w.facility_id and n.version > w.version
              and (n.kind = 'ABOLISHED' or n.kind = any (
                case w.kind
                  when 'CHANGE_REQUESTED' then array['CHANGE_REQUESTED', 'CHANGE_TAKEN_BACK',
                    'CHANGE_CONFIRMED', 'CHANGE_DECLINED']
                  else array['ABOLITION_REQUESTED', 'ABOLITION_TAKEN_BACK']
                end)))
       group by w.facility_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Sealer sealer;

  FacilitySheets(JdbcClient jdbc, JsonMapper json, Sealer sealer) {
    this.jdbc = jdbc;
    this.json = json;
    this.sealer = sealer;
  }

  @QueryHandler
  FacilityTasks handle(FindFacilityTasks query) {
    return jdbc.sql(
            """
            select count(*) filter (where change_waits) as changes,
                   count(abolition_on) as abolitions
              from (%s) waiting\
            """
                .formatted(WAITING))
        .query((row, number) -> new FacilityTasks(row.getInt("changes"), row.getInt("abolitions")))
        .single();
  }

  @QueryHandler
  FacilitySheet handle(GetFacility query) {
    FacilityId id = query.facilityId();
    List<Stored> stored =
        jdbc.sql(STEPS).param(id.value()).query((row, number) -> stored(row, id)).list();
    if (stored.isEmpty()) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    RegisteredContent content = null;
    RegisteredContent wanted = null;
    FacilitySheet.Abolition abolition = null;
    boolean abolished = false;
    List<FacilitySheet.Step> steps = new ArrayList<>();
    for (Stored step : stored) {
      steps.addFirst(step.after(content));
      switch (step.kind()) {
        case REGISTERED, CHANGED -> content = step.content();
        case CHANGE_CONFIRMED -> {
          content = step.content();
          wanted = null;
        }
        case ADMINISTRATOR_APPOINTED -> {}
        case CHANGE_REQUESTED -> wanted = step.content();
        case CHANGE_TAKEN_BACK, CHANGE_DECLINED -> wanted = null;
        case ABOLITION_REQUESTED -> abolition = step.abolition();
        case ABOLITION_TAKEN_BACK -> abolition = null;
        case ABOLISHED -> {
          wanted = null;
          abolition = null;
          abolished = true;
        }
      }
    }
    if (content == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    return new FacilitySheet(
        id,
        stored.getLast().version(),
        content,
        administrator(id),
        wanted,
        abolition,
        abolished,
        steps);
  }

  private FacilitySheet.@Nullable Administrator administrator(FacilityId id) {
    return jdbc.sql(
            """
            select a.account_id, a.name
              from view.facility f join view.account a on a.account_id = f.administrator_id
             where f.facility_id = ?\
            """)
        .param(id.value())
        .query((row, number) ->
            new FacilitySheet.Administrator(
                new AccountId(row.getString("account_id")), row.getString("name")))
        .optional()
        .orElse(null);
  }

  private record Stored(
      long version, FacilitySheet.Step step, @Nullable RegisteredContent content) {
    Kind kind() {
      return step.kind();
    }

    FacilitySheet.@Nullable Abolition abolition() {
      LocalDate on = step.on();
      return on == null ? null : new FacilitySheet.Abolition(on, step.note());
    }

    FacilitySheet.Step after(@Nullable RegisteredContent before) {
      return content == null || before == null
          ? step
          : new FacilitySheet.Step(
              step.kind(),
              step.at(),
              step.by(),
              before,
              content,
              step.appointed(),
              step.note(),
              step.on(),
              step.patientsLeft());
    }
  }

  private Stored stored(ResultSet row, FacilityId id) throws SQLException {
    String profile = row.getString("profile");
    return new Stored(
        row.getLong("version"),
        new FacilitySheet.Step(
            Kind.valueOf(row.getString("kind")),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("name"),
            null,
            null,
            row.getString("appointed"),
            opened(row.getBytes("sealed_note"), id, String.class).orElse(""),
            row.getObject("abolition_on", LocalDate.class),
            row.getInt("patients_left")),
        profile == null
            ? null
            : new RegisteredContent(
                json.readValue(profile, FacilityProfile.class),
                opened(row.getBytes("sealed_people"), id, FacilityPeople.class).orElse(ERASED)));
  }

  private <T> Optional<T> opened(byte @Nullable [] sealed, FacilityId id, Class<T> type) {
    return Optional.ofNullable(sealed)
        .map(bytes -> sealer.sealed(Subject.of(id), bytes, type))
        .flatMap(Personal::read);
  }
}
