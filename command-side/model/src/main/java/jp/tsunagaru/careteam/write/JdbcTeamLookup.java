package jp.tsunagaru.careteam.write;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.patient.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTeamLookup implements TeamLookup {
  private final JdbcClient jdbc;

  JdbcTeamLookup(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean shared(PatientId patientId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.patient where patient_id = ? and sharing = 'SHARED')\
            """)
        .param(patientId.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean careUsers(Set<AccountId> accounts) {
    String[] ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
    return ids.length
        == jdbc.sql(
                """
                select count(*) from guard.account
                where account_id = any (?) and state <> 'DEACTIVATED'
                  and 'CARE_USER' = any (roles)\
                """)
            .param(ids)
            .query(Integer.class)
            .single();
  }

  @Override
  public boolean groupInUse(GroupId groupId) {
    return jdbc.sql(
            """
            select exists (
              select 1 from guard.care_group where group_id = ? and not dissolved)\
            """)
        .param(groupId.value())
        .query(Boolean.class)
        .single();
  }
}
