# bash completion for cutline
# Made by cli/manual/make.py of the texts beside it: change these, and run `make manual`.

_cutline_words() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word")
    # After "page-bytes=" a number is to come.
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
}

# Words with commas between: the last one is completed.
_cutline_list() {
    local before=
    [[ $word == *,* ]] && before=${word%,*},
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${word##*,}")
    compopt -o nospace
}

_cutline_files() {
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
}

_cutline() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    # "--format=json" comes as three words.
    if [[ $word == = ]]; then
        word=
    elif [[ $before == = && $COMP_CWORD -gt 2 ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if [[ $COMP_CWORD -eq 1 ]]; then
        _cutline_words "extract tree blocks xray explain field features help --help --version -h -V"
        return
    fi
    case ${COMP_WORDS[1]} in
    help) [[ $COMP_CWORD -eq 2 ]] && _cutline_words "extract tree blocks xray explain field features" ;;
    extract)
        case $before in
            --format | -f) _cutline_words "text json jsonl markdown html csv tsv xml tei ninjs epub" ;;
            --output | -o) _cutline_files ;;
            --fields) _cutline_list "source title kicker deck site language direction authors contributors published modified dateline section topics keywords editions access truncated problem pages images body text media quotes related comments confidence from dropped" ;;
            --with) _cutline_list "other headline kicker deck byline date body aside note bio caption credit topic related promotion comment share navigation consent legal edition links tables images media comments front-matter" ;;
            --without) _cutline_list "other headline kicker deck byline date body aside note bio caption credit topic related promotion comment share navigation consent legal edition links tables images media comments front-matter" ;;
            --favor) _cutline_words "balance precision recall" ;;
            --files-from) _cutline_files ;;
            --url | -u) : ;;
            --kind) _cutline_words "auto html text" ;;
            --encoding) _cutline_words "utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr" ;;
            --fetched) : ;;
            --limit) _cutline_words "page-bytes= unpack-ratio= tree-depth= tree-nodes=" ;;
            *) case $word in
                -*) _cutline_words "--format --output --dropped --fields --with --without --links --images --no-tables --include-comments --front-matter --favor --recursive --files-from --url --kind --encoding --fetched --limit --quiet --help -f -o -r -u -q -h" ;;
                *) _cutline_files ;;
            esac ;;
        esac ;;
    tree)
        case $before in
            --format | -f) _cutline_words "test html" ;;
            --fragment) _cutline_words "div body table tr td select template" ;;
            --encoding) _cutline_words "utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr" ;;
            --limit) _cutline_words "page-bytes= unpack-ratio= tree-depth= tree-nodes=" ;;
            *) case $word in
                -*) _cutline_words "--format --fragment --no-scripting --encoding --limit --quiet --help -f -q -h" ;;
                *) _cutline_files ;;
            esac ;;
        esac ;;
    blocks)
        case $before in
            --format | -f) _cutline_words "text json" ;;
            --output | -o) _cutline_files ;;
            --files-from) _cutline_files ;;
            --kind) _cutline_words "auto html text" ;;
            --encoding) _cutline_words "utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr" ;;
            *) case $word in
                -*) _cutline_words "--format --output --files-from --kind --encoding --help -f -o -h" ;;
                *) _cutline_files ;;
            esac ;;
        esac ;;
    xray)
        case $before in
            --with) _cutline_list "other headline kicker deck byline date body aside note bio caption credit topic related promotion comment share navigation consent legal edition" ;;
            --output | -o) _cutline_files ;;
            --files-from) _cutline_files ;;
            --kind) _cutline_words "auto html text" ;;
            --encoding) _cutline_words "utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr" ;;
            *) case $word in
                -*) _cutline_words "--with --output --files-from --kind --encoding --help -o -h" ;;
                *) _cutline_files ;;
            esac ;;
        esac ;;
    explain)
        case $before in
            --text | -t) : ;;
            --output | -o) _cutline_files ;;
            --files-from) _cutline_files ;;
            --kind) _cutline_words "auto html text" ;;
            --encoding) _cutline_words "utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr" ;;
            *) case $word in
                -*) _cutline_words "--text --output --files-from --kind --encoding --help -t -o -h" ;;
                *) _cutline_files ;;
            esac ;;
        esac ;;
    field)
        case $before in
            --language) : ;;
            --reference) : ;;
            --site) : ;;
            *) case $word in
                -*) _cutline_words "--language --reference --site --help -h" ;;
                *) _cutline_words "byline date caption headline" ;;
            esac ;;
        esac ;;
    features)
        case $before in
            --output | -o) _cutline_files ;;
            --files-from) _cutline_files ;;
            --kind) _cutline_words "auto html text" ;;
            --encoding) _cutline_words "utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr" ;;
            *) case $word in
                -*) _cutline_words "--output --files-from --kind --encoding --help -o -h" ;;
                *) _cutline_files ;;
            esac ;;
        esac ;;
    esac
}

complete -F _cutline cutline
