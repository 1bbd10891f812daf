/* beneath: open files below a directory, and nowhere else */
#ifndef TREE_BENEATH_H
#define TREE_BENEATH_H

/* Opens `path`, relative to the directory `root`, with open(2) flags for an
 * existing file (O_CLOEXEC and O_NOFOLLOW are added).  No symbolic link is
 * followed and nothing above the root is reached, whatever the path says and
 * whoever changes the tree meanwhile.  Returns a descriptor, or -1 with errno:
 * EXDEV for a path that leaves the root, ELOOP (or ENOTDIR) for a link. */
int beneath_open(int root, const char *path, int flags);

/* Creates a file that is not there yet (EEXIST), and the directories on the way to it.
 * Returns a descriptor to write to, or -1 with errno as above. */
int beneath_create(int root, const char *path);

#endif
