# fish completion for cutline
# Made by cli/manual/make.py of the texts beside it: change these, and run `make manual`.

set -l commands extract tree blocks xray explain field features help

# Words with commas between: the last one is completed.
function __cutline_list
    set -l before (string match -r '^(?:.*,)?' -- (string replace -r '^--[^=]*=' '' -- (commandline -ct)))
    printf '%s\n' $before$argv
end

complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a extract -d 'give back the articles of pages'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a tree -d 'print the tree of pages, as the HTML Standard has it'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a blocks -d 'print every block of pages with its role'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a xray -d 'show a page with every block painted by its role, as HTML'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a explain -d 'tell why a line of a page is in the article, or is not'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a field -d 'read strings as a byline, a date, a caption or a headline'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a features -d 'print what the model sees of each block of pages'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -a help -d 'tell of one command'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -s h -l help -d 'this help'
complete -c cutline -f -n "not __fish_seen_subcommand_from $commands" -s V -l version -d 'the version'
complete -c cutline -f -n "__fish_seen_subcommand_from help" -a "extract tree blocks xray explain field features"

complete -c cutline -n "__fish_seen_subcommand_from extract" -l format -s f -x -a 'text json jsonl markdown html csv tsv xml tei ninjs epub' -d 'one of those above; text unless told otherwise'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l output -s o -r -F -d 'write to a file; or to a directory (one that exists, or a name that ends in /), one file a page'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l dropped -d 'with -f json: every other block too, with its role and probability'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l fields -x -a '(__cutline_list source title kicker deck site language direction authors contributors published modified dateline section topics keywords editions access truncated problem pages images body text media quotes related comments confidence from dropped)' -d 'of json and tables: the fields wanted, like title,authors,text'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l with -x -a '(__cutline_list other headline kicker deck byline date body aside note bio caption credit topic related promotion comment share navigation consent legal edition links tables images media comments front-matter)' -d 'roles that go into the text besides the body (aside,note,caption), and parts to be shown: links, tables, images, media, comments, front-matter'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l without -x -a '(__cutline_list other headline kicker deck byline date body aside note bio caption credit topic related promotion comment share navigation consent legal edition links tables images media comments front-matter)' -d 'roles and parts that are not wanted: tables,links'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l links -d '--with links: in text, addresses behind the words that lead to them'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l images -d '--with images: in text, a line for each'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l no-tables -d '--without tables'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l include-comments -d '--with comments: what readers wrote, apart from the body'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l front-matter -d '--with front-matter: Markdown with what is known of the article as YAML before it (of several pages, with -o DIR/)'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l favor -x -a 'balance precision recall' -d 'where the text can\'t be both: recall (all of it, and some of what is none), precision (nothing else) or balance (the default)'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l recursive -s r -d 'read directories: all *.html, *.htm, *.xhtml, *.xht, *.txt in them, and these with .gz, .zst or .br'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l files-from -r -F -d 'read the names of pages from a file (- for standard input), one a line, or parted by NULs as find -print0 does'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l url -s u -x -d 'the address that the page was fetched from'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l kind -x -a 'auto html text' -d 'html, text (a page flattened to text already) or auto (the default)'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l encoding -x -a 'utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr' -d 'the encoding of the pages, whatever they say themselves'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l fetched -x -d 'when the page was fetched, like 2024-05-01T10:00:00Z: what "2 hours ago" is counted from'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l limit -x -a 'page-bytes= unpack-ratio= tree-depth= tree-nodes=' -d 'a limit: page-bytes (2G), unpack-ratio (1000), tree-depth (512), tree-nodes (2G)'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l quiet -s q -d 'no summary and no progress; errors are still told'
complete -c cutline -n "__fish_seen_subcommand_from extract" -l help -s h -d 'this help'

complete -c cutline -n "__fish_seen_subcommand_from tree" -l format -s f -x -a 'test html' -d 'test (the default): the format of html5lib\'s tree-construction tests, or html'
complete -c cutline -n "__fish_seen_subcommand_from tree" -l fragment -x -a 'div body table tr td select template' -d 'parse a fragment, as if it were in that element: "div", "svg path"'
complete -c cutline -n "__fish_seen_subcommand_from tree" -l no-scripting -d 'parse as a browser without scripts: <noscript> holds elements'
complete -c cutline -n "__fish_seen_subcommand_from tree" -l encoding -x -a 'utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr' -d 'the encoding of the pages, whatever they say themselves'
complete -c cutline -n "__fish_seen_subcommand_from tree" -l limit -x -a 'page-bytes= unpack-ratio= tree-depth= tree-nodes=' -d 'a limit: page-bytes (2G), unpack-ratio (1000), tree-depth (512), tree-nodes (2G)'
complete -c cutline -n "__fish_seen_subcommand_from tree" -l quiet -s q -d 'print nothing: for timing'
complete -c cutline -n "__fish_seen_subcommand_from tree" -l help -s h -d 'this help'

complete -c cutline -n "__fish_seen_subcommand_from blocks" -l format -s f -x -a 'text json' -d 'text (the default), one block a line, or json, one page a line'
complete -c cutline -n "__fish_seen_subcommand_from blocks" -l output -s o -r -F -d 'write to a file; or to a directory (one that exists, or a name that ends in /), one file a page'
complete -c cutline -n "__fish_seen_subcommand_from blocks" -l files-from -r -F -d 'read the names of pages from a file (- for standard input), one a line, or parted by NULs as find -print0 does'
complete -c cutline -n "__fish_seen_subcommand_from blocks" -l kind -x -a 'auto html text' -d 'html, text (a page flattened to text already) or auto (the default)'
complete -c cutline -n "__fish_seen_subcommand_from blocks" -l encoding -x -a 'utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr' -d 'the encoding of the pages, whatever they say themselves'
complete -c cutline -n "__fish_seen_subcommand_from blocks" -l help -s h -d 'this help'

complete -c cutline -n "__fish_seen_subcommand_from xray" -l with -x -a '(__cutline_list other headline kicker deck byline date body aside note bio caption credit topic related promotion comment share navigation consent legal edition)' -d 'roles that go into the text besides the body: aside,note,caption'
complete -c cutline -n "__fish_seen_subcommand_from xray" -l output -s o -r -F -d 'write to a file; or to a directory (one that exists, or a name that ends in /), one file a page'
complete -c cutline -n "__fish_seen_subcommand_from xray" -l files-from -r -F -d 'read the names of pages from a file (- for standard input), one a line, or parted by NULs as find -print0 does'
complete -c cutline -n "__fish_seen_subcommand_from xray" -l kind -x -a 'auto html text' -d 'html, text (a page flattened to text already) or auto (the default)'
complete -c cutline -n "__fish_seen_subcommand_from xray" -l encoding -x -a 'utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr' -d 'the encoding of the pages, whatever they say themselves'
complete -c cutline -n "__fish_seen_subcommand_from xray" -l help -s h -d 'this help'

complete -c cutline -n "__fish_seen_subcommand_from explain" -l text -s t -x -d 'the words to look for, as they stand one after the other in a block'
complete -c cutline -n "__fish_seen_subcommand_from explain" -l output -s o -r -F -d 'write to a file; or to a directory (one that exists, or a name that ends in /), one file a page'
complete -c cutline -n "__fish_seen_subcommand_from explain" -l files-from -r -F -d 'read the names of pages from a file (- for standard input), one a line, or parted by NULs as find -print0 does'
complete -c cutline -n "__fish_seen_subcommand_from explain" -l kind -x -a 'auto html text' -d 'html, text (a page flattened to text already) or auto (the default)'
complete -c cutline -n "__fish_seen_subcommand_from explain" -l encoding -x -a 'utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr' -d 'the encoding of the pages, whatever they say themselves'
complete -c cutline -n "__fish_seen_subcommand_from explain" -l help -s h -d 'this help'

complete -c cutline -n "__fish_seen_subcommand_from field" -l language -x -d 'of dates: their language, like en-GB'
complete -c cutline -n "__fish_seen_subcommand_from field" -l reference -x -d 'of dates: what "2 hours ago" is counted from, like 2024-05-01; without it, a date that needs one is null'
complete -c cutline -n "__fish_seen_subcommand_from field" -l site -x -d 'of headlines: the name that is to go'
complete -c cutline -n "__fish_seen_subcommand_from field" -l help -s h -d 'this help'
complete -c cutline -f -n "__fish_seen_subcommand_from field" -a 'byline date caption headline'

complete -c cutline -n "__fish_seen_subcommand_from features" -l output -s o -r -F -d 'write to a file; or to a directory (one that exists, or a name that ends in /), one file a page'
complete -c cutline -n "__fish_seen_subcommand_from features" -l files-from -r -F -d 'read the names of pages from a file (- for standard input), one a line, or parted by NULs as find -print0 does'
complete -c cutline -n "__fish_seen_subcommand_from features" -l kind -x -a 'auto html text' -d 'html, text (a page flattened to text already) or auto (the default)'
complete -c cutline -n "__fish_seen_subcommand_from features" -l encoding -x -a 'utf-8 windows-1252 iso-8859-1 iso-8859-2 windows-1250 windows-1251 koi8-r gbk gb18030 big5 euc-jp shift_jis euc-kr' -d 'the encoding of the pages, whatever they say themselves'
complete -c cutline -n "__fish_seen_subcommand_from features" -l help -s h -d 'this help'
