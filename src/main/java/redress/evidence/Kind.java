package redress.evidence;

import java.util.Set;

/** What a document is, decided by its content. What is none of these is not taken. */
public enum Kind {
    /** Portable document. */
    PDF("application/pdf", "pdf"),
    /** Text of an office program, OOXML. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** Table of an office program, OOXML. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** Slides of an office program, OOXML. */
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    /** OpenDocument text. */
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    /** OpenDocument table. */
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    /** OpenDocument slides. */
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    /** Text of an older office program. */
    DOC("application/msword", "doc"),
    /** Rich text. */
    RTF("application/rtf", "rtf"),
    /** Page of the web. */
    HTML("text/html", "html"),
    /** E-mail. */
    EMAIL("message/rfc822", "eml"),
    /** Plain text. */
    TEXT("text/plain", "txt"),
    /** Photograph. */
    JPEG("image/jpeg", "jpg"),
    /** Picture. */
    PNG("image/png", "png"),
    /** Picture of a scanner. */
    TIFF("image/tiff", "tif"),
    /** Photograph of a newer telephone. */
    HEIC("image/heic", "heic"),
    /** Picture of a newer telephone or of the web. */
    AVIF("image/avif", "avif"),
    /** Moving pictures. */
    MP4("video/mp4", "mp4"),
    /** Sound. */
    MP3("audio/mpeg", "mp3"),
    /** Sound of a telephone. */
    OGG("audio/ogg", "ogg"),
    /** Voice, recorded by a simple telephone. */
    AMR("audio/amr", "amr"),
    /** Sound without loss. */
    WAV("audio/wav", "wav");

    private static final Set<Kind> SOUND_AND_FILM = Set.of(MP4, MP3, OGG, AMR, WAV);
    /** No program that reads pictures here knows them: they are kept and handed out, and their words are not read. */
    private static final Set<Kind> UNREAD_PICTURES = Set.of(HEIC, AVIF);

    private final String type;
    private final String ending;

    Kind(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** The ending of a file name, without the dot. */
    public String ending() {
        return ending;
    }

    /** The type under which it is handed out: no browser shall run what stands in a page that somebody sent. */
    String handedOutAs() {
        return this == HTML ? "application/octet-stream" : type;
    }

    /** How the reading of a new one begins. */
    TextState atFirst() {
        if (UNREAD_PICTURES.contains(this)) {
            return TextState.PICTURE;
        }
        return SOUND_AND_FILM.contains(this) ? TextState.NO_TEXT : TextState.WAITING;
    }
}
