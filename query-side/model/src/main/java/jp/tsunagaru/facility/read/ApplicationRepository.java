package jp.tsunagaru.facility.read;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApplicationRepository extends Repository<ApplicationEntity, String> {
  Optional<ApplicationEntity> findByApplicationId(String applicationId);

  /** Oldest waiting first, decided ones behind, newest first. */
  @Query(
      """
      select a from ApplicationEntity a
      order by case when a.state in (APPROVED, REJECTED) then 1 else 0 end,
               case when a.state in (APPROVED, REJECTED) then null else a.receivedAt end,
               a.receivedAt desc\
      """)
  List<ApplicationEntity> desk();
}
