package jp.tsunagaru.japanese;

/** Professions of people in a care team; the Japanese term stands beside each constant. */
public enum Profession {
  /** 医師. */
  PHYSICIAN(ProfessionFamily.MEDICAL),
  /** 歯科医師. */
  DENTIST(ProfessionFamily.DENTAL),
  /** 薬剤師. */
  PHARMACIST(ProfessionFamily.PHARMACY),
  /** 保健師. */
  PUBLIC_HEALTH_NURSE(ProfessionFamily.NURSING),
  /** 助産師. */
  MIDWIFE(ProfessionFamily.NURSING),
  /** 看護師. */
  NURSE(ProfessionFamily.NURSING),
  /** 准看護師. */
  ASSISTANT_NURSE(ProfessionFamily.NURSING),
  /** 理学療法士. */
  PHYSICAL_THERAPIST(ProfessionFamily.REHABILITATION),
  /** 作業療法士. */
  OCCUPATIONAL_THERAPIST(ProfessionFamily.REHABILITATION),
  /** 言語聴覚士. */
  SPEECH_THERAPIST(ProfessionFamily.REHABILITATION),
  /** 管理栄養士. */
  REGISTERED_DIETITIAN(ProfessionFamily.MEDICAL),
  /** 栄養士. */
  DIETITIAN(ProfessionFamily.MEDICAL),
  /** 歯科衛生士. */
  DENTAL_HYGIENIST(ProfessionFamily.DENTAL),
  /** 歯科技工士. */
  DENTAL_TECHNICIAN(ProfessionFamily.DENTAL),
  /** 臨床検査技師. */
  CLINICAL_LABORATORY_TECHNOLOGIST(ProfessionFamily.MEDICAL),
  /** 診療放射線技師. */
  RADIOLOGICAL_TECHNOLOGIST(ProfessionFamily.MEDICAL),
  /** 臨床工学技士. */
  CLINICAL_ENGINEER(ProfessionFamily.MEDICAL),
  /** 公認心理師. */
  CERTIFIED_PSYCHOLOGIST(ProfessionFamily.WELFARE),
  /** 精神保健福祉士. */
  PSYCHIATRIC_SOCIAL_WORKER(ProfessionFamily.WELFARE),
  /** 社会福祉士. */
  CERTIFIED_SOCIAL_WORKER(ProfessionFamily.WELFARE),
  /** 介護福祉士. */
  CERTIFIED_CARE_WORKER(ProfessionFamily.CARE),
  /** 介護支援専門員. */
  CARE_MANAGER(ProfessionFamily.CARE_MANAGEMENT),
  /** 主任介護支援専門員. */
  CHIEF_CARE_MANAGER(ProfessionFamily.CARE_MANAGEMENT),
  /** 訪問介護員. */
  HOME_HELPER(ProfessionFamily.CARE),
  /** サービス提供責任者. */
  SERVICE_PROVISION_MANAGER(ProfessionFamily.CARE),
  /** 生活相談員. */
  LIFE_COUNSELOR(ProfessionFamily.WELFARE),
  /** 医療ソーシャルワーカー. */
  MEDICAL_SOCIAL_WORKER(ProfessionFamily.WELFARE),
  /** 相談支援専門員. */
  CONSULTATION_SUPPORT_SPECIALIST(ProfessionFamily.WELFARE),
  /** 福祉用具専門相談員. */
  WELFARE_EQUIPMENT_CONSULTANT(ProfessionFamily.CARE),
  /** 柔道整復師. */
  JUDO_THERAPIST(ProfessionFamily.REHABILITATION),
  /** はり師・きゅう師・あん摩マッサージ指圧師. */
  ACUPUNCTURE_AND_MASSAGE_PRACTITIONER(ProfessionFamily.REHABILITATION),
  /** 生活支援コーディネーター. */
  LIFE_SUPPORT_COORDINATOR(ProfessionFamily.WELFARE),
  /** 認知症地域支援推進員. */
  DEMENTIA_COMMUNITY_SUPPORT_PROMOTER(ProfessionFamily.WELFARE),
  /** 行政職員. */
  MUNICIPAL_OFFICER(ProfessionFamily.ADMINISTRATION),
  /** 事務職員. */
  OFFICE_CLERK(ProfessionFamily.ADMINISTRATION),
  /** 救急隊員. */
  EMERGENCY_CREW(ProfessionFamily.MEDICAL),
  /** その他; needs a free text beside it. */
  OTHER(ProfessionFamily.OTHER);

  private final ProfessionFamily family;

  Profession(ProfessionFamily family) {
    this.family = family;
  }

  public ProfessionFamily family() {
    return family;
  }
}
