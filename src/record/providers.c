#include "record/providers.h"
#include "base/url.h"
#include "record/string.h"

static const cl_provider providers[] = {{"twitter.com/intent", NULL, NULL}, {"twitter.com/share", NULL, NULL},
    {"twitter.com/widgets", NULL, NULL}, {"x.com/intent", NULL, NULL}, {"x.com/share", NULL, NULL},
    {"facebook.com/share", NULL, NULL}, {"facebook.com/dialog", NULL, NULL}, {"linkedin.com/share", NULL, NULL},
    {"reddit.com/submit", NULL, NULL}, {"pinterest.com/pin/create", NULL, NULL}, {"t.me/share", NULL, NULL},
    {"vk.com/share", NULL, NULL}, {"imasdk.googleapis.com", NULL, NULL}, {"youtube.com", "YouTube", "video"},
    {"youtube-nocookie.com", "YouTube", "video"}, {"youtu.be", "YouTube", "video"}, {"vimeo.com", "Vimeo", "video"},
    {"dailymotion.com", "Dailymotion", "video"}, {"dai.ly", "Dailymotion", "video"}, {"twitch.tv", "Twitch", "video"},
    {"streamable.com", "Streamable", "video"}, {"rumble.com", "Rumble", "video"}, {"odysee.com", "Odysee", "video"},
    {"rutube.ru", "Rutube", "video"}, {"vk.com/video_ext", "VK", "video"}, {"vkvideo.ru", "VK", "video"},
    {"ok.ru/videoembed", "Odnoklassniki", "video"}, {"bilibili.com", "Bilibili", "video"},
    {"youku.com", "Youku", "video"}, {"v.qq.com", "Tencent Video", "video"}, {"nicovideo.jp", "Niconico", "video"},
    {"aparat.com", "Aparat", "video"}, {"ted.com", "TED", "video"}, {"loom.com", "Loom", "video"},
    {"wistia.com", "Wistia", "video"}, {"wistia.net", "Wistia", "video"}, {"jwplatform.com", "JW Player", "video"},
    {"jwplayer.com", "JW Player", "video"}, {"brightcove.net", "Brightcove", "video"},
    {"brightcove.com", "Brightcove", "video"}, {"kaltura.com", "Kaltura", "video"}, {"glomex.com", "Glomex", "video"},
    {"facebook.com/plugins/video", "Facebook", "video"}, {"facebook.com/plugins/post", "Facebook", "post"},
    {"facebook.com/plugins", NULL, NULL}, {"facebook.com/tr", NULL, NULL}, {"facebook.com", "Facebook", "post"},
    {"tiktok.com", "TikTok", "video"}, {"twitter.com", "X", "post"}, {"x.com", "X", "post"},
    {"instagram.com", "Instagram", "post"}, {"threads.net", "Threads", "post"}, {"threads.com", "Threads", "post"},
    {"bsky.app", "Bluesky", "post"}, {"t.me", "Telegram", "post"}, {"reddit.com", "Reddit", "post"},
    {"redditmedia.com", "Reddit", "post"}, {"linkedin.com", "LinkedIn", "post"}, {"pinterest.com", "Pinterest", "post"},
    {"tumblr.com", "Tumblr", "post"}, {"weibo.com", "Weibo", "post"}, {"imgur.com", "Imgur", "post"},
    {"mastodon.social", "Mastodon", "post"}, {"vk.com", "VK", "post"}, {"soundcloud.com", "SoundCloud", "audio"},
    {"spotify.com", "Spotify", "audio"}, {"podcasts.apple.com", "Apple Podcasts", "audio"},
    {"music.apple.com", "Apple Music", "audio"}, {"acast.com", "Acast", "audio"},
    {"megaphone.fm", "Megaphone", "audio"}, {"podbean.com", "Podbean", "audio"}, {"libsyn.com", "Libsyn", "audio"},
    {"simplecast.com", "Simplecast", "audio"}, {"art19.com", "ART19", "audio"}, {"omny.fm", "Omny", "audio"},
    {"audioboom.com", "Audioboom", "audio"}, {"spreaker.com", "Spreaker", "audio"},
    {"buzzsprout.com", "Buzzsprout", "audio"}, {"podigee.io", "Podigee", "audio"}, {"ivoox.com", "iVoox", "audio"},
    {"deezer.com", "Deezer", "audio"}, {"mixcloud.com", "Mixcloud", "audio"}, {"bandcamp.com", "Bandcamp", "audio"},
    {"google.com/maps", "Google Maps", "map"}, {"maps.google.com", "Google Maps", "map"},
    {"google.com/mymaps", "Google Maps", "map"}, {"openstreetmap.org", "OpenStreetMap", "map"},
    {"mapbox.com", "Mapbox", "map"}, {"umap.openstreetmap.fr", "uMap", "map"}, {"arcgis.com", "ArcGIS", "map"},
    {"documentcloud.org", "DocumentCloud", "document"}, {"scribd.com", "Scribd", "document"},
    {"issuu.com", "Issuu", "document"}, {"slideshare.net", "SlideShare", "document"},
    {"docs.google.com/forms", NULL, NULL}, {"docs.google.com", "Google Docs", "document"},
    {"drive.google.com", "Google Drive", "document"}, {"datawrapper.de", "Datawrapper", "embed"},
    {"dwcdn.net", "Datawrapper", "embed"}, {"flourish.studio", "Flourish", "embed"},
    {"infogram.com", "Infogram", "embed"}, {"tableau.com", "Tableau", "embed"}, {"giphy.com", "Giphy", "embed"},
    {"genial.ly", "Genially", "embed"}, {"sketchfab.com", "Sketchfab", "embed"}, {"codepen.io", "CodePen", "embed"},
    {"gist.github.com", "GitHub", "embed"}, {"doubleclick.net", NULL, NULL}, {"googletagmanager.com", NULL, NULL},
    {"googlesyndication.com", NULL, NULL}, {"google.com/recaptcha", NULL, NULL}, {"adservice.google.com", NULL, NULL},
    {"disqus.com", NULL, NULL}, {"addthis.com", NULL, NULL}, {"outbrain.com", NULL, NULL}, {"taboola.com", NULL, NULL},
    {"criteo.com", NULL, NULL}, {"amazon-adsystem.com", NULL, NULL}, {"list-manage.com", NULL, NULL},
    {"hubspot.com", NULL, NULL}, {"consensu.org", NULL, NULL}, {"privacy-mgmt.com", NULL, NULL}};

/* Whether a host is another or below it. */
static bool host_is(cl_slice host, cl_slice other) {
    return cl_ends(host, other) && (host.size == other.size || host.data[host.size - other.size - 1] == '.');
}

const cl_provider *cl_provider_of(cl_slice address) {
    const cl_url url = cl_url_parts(address);
    cl_slice host = url.authority;
    const char *const port = host.size ? memchr(host.data, ':', host.size) : NULL;
    host.size = port ? (size_t)(port - host.data) : host.size;
    uint32_t firsts = 0; /* letters that a part of the host begins with: few entries do */
    for (size_t i = 0; i < host.size; i++)
        if (i == 0 || host.data[i - 1] == '.')
            firsts |= UINT32_C(1) << (host.data[i] & 31);
    for (size_t i = 0; i < sizeof providers / sizeof *providers; i++) {
        if (!(firsts >> (providers[i].host[0] & 31) & 1))
            continue;
        const cl_slice entry = cl_slice_z(providers[i].host);
        const char *const slash = memchr(entry.data, '/', entry.size);
        const size_t size = slash ? (size_t)(slash - entry.data) : entry.size;
        if (!host_is(host, cl_slice_of(entry.data, size)) ||
            (slash && !cl_begins(url.path, cl_slice_of(slash, entry.size - size))))
            continue;
        return &providers[i];
    }
    return NULL;
}
