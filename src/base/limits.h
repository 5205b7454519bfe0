/* Every limit that is not an option of the caller's, by name. (Those that are: cutline_limit in cutline.h.) */
#ifndef CL_BASE_LIMITS_H
#define CL_BASE_LIMITS_H

#include <stdint.h>

/* Defaults and bounds of cutline_limit. 32-bit offsets with room for a scan to run over the end. */
#define CL_PAGE_BYTES_DEFAULT   (UINT64_C(2) << 30)
#define CL_PAGE_BYTES_MAX       ((UINT64_C(4) << 30) - (64u << 10))
#define CL_UNPACK_RATIO_DEFAULT UINT64_C(1000)
#define CL_UNPACK_FREE_BYTES    (UINT64_C(16) << 20) /* unpacked before the ratio is looked at */
#define CL_TREE_DEPTH_DEFAULT   UINT64_C(512)        /* as Blink: kMaximumHTMLParserDOMTreeDepth */
#define CL_TREE_NODES_DEFAULT   (UINT64_C(1) << 31)

/* Open elements: with so many, start tags are dropped (their text stays), so that no walk of the stack is long.
 * Far above the depth of the tree, where elements become siblings already. */
#define CL_OPEN_ELEMENTS_MAX 4096u

/* Active formatting elements after the last marker: with so many, the oldest is forgotten. */
#define CL_FORMATTING_MAX 512u
/* Entries of the list in all, markers too: with so many, the older half is forgotten. */
#define CL_FORMATTING_ENTRIES 8192u

/* Attributes of a second <html> or <body> go to the first, while it has fewer than so many. */
#define CL_MERGED_ATTRS_MAX 1024u

/* Elements that reconstructing the active formatting elements may clone: so many, and one for every byte/8 of the
 * page; then the list is emptied. Without it k open <b id=n> and m paragraphs make k * m elements. */
#define CL_CLONES_MIN 65536u

/* Distinct tag names that are no known ones; the tag is 22 bits of a node. */
#define CL_TAG_NAMES_MAX ((1u << 22) - 1u)

/* Bytes of an attribute's name that is no known one; longer ones are cut there. 16 bits of an attribute. */
#define CL_ATTR_NAME_MAX 65535u

/* Blocks that the network sees at once; longer pages are cut there. Of 3,200 pages the longest has 2,640. */
#define CL_NETWORK_BLOCKS 65536u

#endif
